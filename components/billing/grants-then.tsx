import { TextLink } from "@/components/ui/text-link";
import type { GrantView } from "@/lib/ledger/list-grants";
import { displayAmount } from "@/lib/values/display/amount";
import { displayDay } from "@/lib/values/display/time";
import type { Unit } from "@/lib/values/ids";

const SHOWN = 3;

/** In a line: the grants that were open at a moment that is over, in the order in which they would have burnt. */
export function GrantsThen({
  grants,
  unit,
  asOf,
}: {
  grants: readonly GrantView[];
  unit: Unit;
  /** The moment as the URL says it. */
  asOf: string;
}) {
  const open = grants.filter(({ status }) => status === "open");
  const more = open.length - SHOWN;
  const query = new URLSearchParams({ ...(unit !== "credit" && { unit }), as_of: asOf }).toString();
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-muted tabular-nums">
      {open.length === 0 && <span>No grant had anything left.</span>}
      {open.slice(0, SHOWN).map(({ no, left, granted, expires_at }) => (
        <span key={no}>
          Grant #{no}:{" "}
          <span className="text-ink">{displayAmount(left, { decimals: unit === "credit" ? 4 : 0 })}</span> of{" "}
          {displayAmount(granted, { decimals: unit === "credit" ? 4 : 0 })} left
          {expires_at && `, until ${displayDay(expires_at.slice(0, 10))}`}
        </span>
      ))}
      {more > 0 && <span>and {more} more</span>}
      {grants.length > 0 && <TextLink href={`/billing/grants?${query}`}>All grants then</TextLink>}
    </p>
  );
}
