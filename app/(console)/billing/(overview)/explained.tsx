import { SearchX } from "lucide-react";
import { Explanation } from "@/components/billing/explanation";
import { EmptyState } from "@/components/ui/empty-state";
import { creditValueOf } from "@/lib/metering/credit-value";
import { readPayment } from "@/lib/purchases/read-payment";
import { explainRow } from "@/lib/reports/explain/explain-row";
import { Refusal } from "@/lib/values/refusal";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";

/** The content of the explain panel, fetched while it opens. */
export async function Explained({ id }: { id: string }) {
  const ctx = await pageContext();
  const asked = await Promise.all([
    explainRow(ctx, id),
    creditValueOf(ctx.accountId),
    readPayment(ctx, id),
  ]).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (asked instanceof Refusal)
    return (
      <EmptyState icon={SearchX} title="It cannot be explained">
        {asked.message}
      </EmptyState>
    );
  const [explanation, creditValue, payment] = asked;
  return <Explanation explanation={explanation} creditValue={formatUsd(creditValue)} payment={payment} />;
}
