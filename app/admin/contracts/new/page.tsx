import type { Metadata } from "next";
import { ContractForm } from "@/components/admin/contract-form";
import { oneOf } from "@/components/admin/link-with";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New contract" };

export default async function NewContractPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const asked = oneOf(query.account);
  return <ContractForm account={await accountMeant(operator, asked)} accountText={asked ?? ""} />;
}
