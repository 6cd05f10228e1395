import { SearchX } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Filtered to nothing, which differs from nothing yet. */
export function NoMatches({
  more,
  all = "/billing",
}: {
  more: boolean;
  /** The list without filters. */
  all?: string;
}) {
  return (
    <EmptyState
      icon={SearchX}
      title="No transaction fits these filters"
      actions={<LinkButton href={all as "/billing"}>Clear filters</LinkButton>}
    >
      {more
        ? "None among the newest rows; there are older ones that were not searched yet."
        : "There are transactions, but none like this."}
    </EmptyState>
  );
}
