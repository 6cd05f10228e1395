import { Amount, Worth } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";
import { MINUS } from "@/lib/values/display/amount";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayCount, displayShortCount } from "@/lib/values/display/count";

interface MonthCardsProps {
  /** "Nov 2026". */
  month: string;
  cost: string;
  /** What ran in these days, as Usage has it; null where that is the same. */
  used: string | null;
  calls: number;
  /** All usage events, as Usage counts them. */
  events: number;
  tokens: number;
  /** "+12 %" against the same days of the month before; null when there was nothing. */
  changes: { cost: string | null; calls: string | null; tokens: string | null };
  /** "1 – 21 Oct". */
  before: string;
  creditValue: string;
}

/** What this month cost so far, beside the same days of the month before. */
export function MonthCards({
  month,
  cost,
  used,
  calls,
  events,
  tokens,
  changes,
  before,
  creditValue,
}: MonthCardsProps) {
  const note = (change: string | null) => (
    <>
      <span className="sm:hidden">{change ?? "nothing then"}</span>
      <span className="max-sm:hidden">
        {change === null ? "nothing in" : `${change} vs`} <span className="whitespace-nowrap">{before}</span>
      </span>
    </>
  );
  return (
    <section aria-labelledby="this-month" className="min-w-0">
      <h2 id="this-month" className="text-sm text-ink-muted">
        This month <span className="whitespace-nowrap">({month}, UTC)</span>
        <span className="text-xs whitespace-nowrap sm:hidden"> vs {before}</span>
      </h2>
      <dl className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2 sm:mt-2 sm:grid sm:grid-cols-[1.4fr_1fr_1fr] sm:gap-3">
        <StatCard
          isPlain
          label="Total cost"
          value={
            <>
              <Amount value={cost} creditValue={creditValue} aligned={cost !== "0"} />{" "}
              <span className="text-sm font-medium text-ink-muted">ECU</span>
            </>
          }
          aside={<Worth value={cost} creditValue={creditValue} />}
          note={
            <>
              {note(changes.cost)}
              {used !== null && <Used value={used} cost={cost} className="block max-sm:hidden" />}
            </>
          }
        />
        <StatCard
          isPlain
          label="API calls"
          value={
            <span
              title={`Of ${displayCount(events)} usage events in all: cycles of instances, days of storage and what else is metered by time are no calls`}
            >
              {displayCount(calls)}
            </span>
          }
          note={note(changes.calls)}
        />
        <StatCard
          isPlain
          label="Total tokens"
          value={
            <span title={`${displayCount(tokens)} tokens, input and output`}>
              {displayShortCount(tokens)}
            </span>
          }
          note={note(changes.tokens)}
        />
      </dl>
      {used !== null && (
        <p className="mt-1 text-xs text-ink-muted tabular-nums sm:hidden">
          <Used value={used} cost={cost} />
        </p>
      )}
    </section>
  );
}

/** How the ledger's sum comes of that of Usage. What is ahead is net: what the month before had charged ahead is counted in this one. */
function Used({ value, cost, className }: { value: string; cost: string; className?: string }) {
  const beyond = sumOf([cost, `-${value}`]);
  const [counted, rest = ""] = roundToSum([value, beyond]);
  const isLess = beyond.startsWith("-");
  return (
    <span
      className={className}
      title="Total cost is what was charged in this month, less what was given back. Instances are charged ahead, cycle by cycle, and storage on the next day; Usage counts a cycle once it is over, on the day when it ended, and storage on its day. Net: what this month charged for what Usage counts later, less what earlier months charged for what Usage counts in this one."
    >
      <Amount value={value} shown={counted} aligned={counted !== "0"} /> counted in Usage so far{" "}
      <span className="whitespace-nowrap">
        {isLess ? MINUS : "+"} <Amount value={unsigned(beyond)} shown={unsigned(rest)} aligned />
      </span>{" "}
      net <span className="max-sm:hidden">charged </span>
      ahead
    </span>
  );
}

function unsigned(amount: string): string {
  return amount.replace("-", "");
}
