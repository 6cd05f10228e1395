import type { Metadata } from "next";
import { AdjustmentForm } from "@/components/admin/adjustments/adjustment-form";
import { KIND_NAMES } from "@/components/admin/adjustments/kind-names";
import { oneOf } from "@/components/admin/link-with";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { readLeftToday } from "@/lib/backoffice/limits/daily-limit";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: KIND_NAMES.grant.make };

export default async function NewGrantsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const asked = oneOf(query.account);
  const [account, left] = await Promise.all([accountMeant(operator, asked), readLeftToday(operator)]);
  return (
    <AdjustmentForm
      kind="grant"
      account={account}
      accountText={asked ?? ""}
      corrects={oneOf(query.transaction) ?? ""}
      left={left}
    />
  );
}
