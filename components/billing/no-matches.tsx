import { SearchX } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Filtered to nothing, which differs from nothing yet. */
export function NoMatches({ more }: { more: boolean }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No transaction fits these filters"
      actions={<LinkButton href="/billing">Clear filters</LinkButton>}
    >
      {more
        ? "None among the newest rows; there are older ones that were not searched yet."
        : "There are transactions, but none like this."}
    </EmptyState>
  );
}
