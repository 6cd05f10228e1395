import type { Metadata } from "next";
import { ContractForm } from "@/components/admin/contract-form";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New contract" };

export default async function NewContractPage() {
  await pageOperator();
  return <ContractForm />;
}
