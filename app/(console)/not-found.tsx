import { Compass } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <EmptyState
      icon={Compass}
      title="There is no such thing in this account"
      actions={
        <LinkButton href="/billing" look="primary">
          Go to Billing
        </LinkButton>
      }
    >
      The address is mistyped, or it belongs to another account. If you are a member of that one, choose it at
      the top left.
    </EmptyState>
  );
}
