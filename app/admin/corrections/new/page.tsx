import type { Metadata } from "next";
import { AdjustmentForm } from "@/components/admin/adjustments/adjustment-form";
import { oneOf } from "@/components/admin/link-with";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
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
  return (
    <AdjustmentForm
      kind="correction"
      account={await accountMeant(operator, asked)}
      accountText={asked ?? ""}
      corrects={oneOf(query.transaction) ?? ""}
    />
  );
}
