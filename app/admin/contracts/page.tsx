import { FileSignature } from "lucide-react";
import type { Metadata } from "next";
import { ContractCard } from "@/components/admin/contract-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listContracts } from "@/lib/purchases/contracts/list-contracts";
import { stripeMode } from "@/lib/purchases/stripe";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Contracts" };

/** What was signed with customers, and how far each part of it is paid. */
export default async function ContractsPage() {
  const contracts = await listContracts(await pageOperator());
  if (contracts.length === 0)
    return (
      <Card flush>
        <EmptyState icon={FileSignature} title="No contracts yet">
          A contract has parts: each is an invoice that Stripe sends, and the credit that its payment gives.
        </EmptyState>
      </Card>
    );
  return (
    <div className="space-y-5">
      {contracts.map((contract) => (
        <ContractCard key={contract.id} contract={contract} sells={stripeMode() !== null} />
      ))}
    </div>
  );
}
