import type { Metadata } from "next";
import { AdjustmentForm } from "@/components/admin/adjustments/adjustment-form";
import { oneOf } from "@/components/admin/link-with";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New grant" };

export default async function NewGrantsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const asked = oneOf(query.account);
  return (
    <AdjustmentForm
      kind="grant"
      account={await accountMeant(operator, asked)}
      accountText={asked ?? ""}
      corrects={oneOf(query.transaction) ?? ""}
    />
  );
}
