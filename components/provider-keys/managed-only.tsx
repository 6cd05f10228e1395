import { ShieldCheck } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Where the installation does not take customers' own keys. */
export function ManagedOnly() {
  return (
    <EmptyState
      icon={ShieldCheck}
      title="This installation keeps the provider keys itself"
      actions={<LinkButton href="/pricing">See the prices</LinkButton>}
    >
      Calls through the gateway use keys of its operator, and are charged by the rate card. Keys of your own
      (BYOK) are taken by self-hosted installations only.
    </EmptyState>
  );
}
