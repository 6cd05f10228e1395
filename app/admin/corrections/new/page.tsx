import type { Metadata } from "next";
import { AdjustmentForm } from "@/components/admin/adjustments/adjustment-form";
import { oneOf } from "@/components/admin/link-with";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { readLeftToday } from "@/lib/backoffice/limits/daily-limit";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New correction" };

export default async function NewCorrectionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  // A transaction's id names its account as well.
  const asked = oneOf(query.account) ?? oneOf(query.transaction);
  const [account, left] = await Promise.all([accountMeant(operator, asked), readLeftToday(operator)]);
  return (
    <AdjustmentForm
      kind="correction"
      account={account}
      accountText={asked ?? ""}
      corrects={oneOf(query.transaction) ?? ""}
      left={left}
    />
  );
}
