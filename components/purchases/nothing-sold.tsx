import { CreditCard } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** For settings of payments where no Stripe key is set. */
export function NothingSold({ what }: { what: string }) {
  return (
    <EmptyState
      icon={CreditCard}
      title={`There is no ${what} on this installation`}
      actions={<LinkButton href="/billing/buy">How to add credit</LinkButton>}
    >
      It takes no payments: credit is added by its operator.
    </EmptyState>
  );
}
