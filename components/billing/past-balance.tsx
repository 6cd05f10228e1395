import { History } from "lucide-react";
import { BigAmount, Worth } from "@/components/ui/amount";
import { LinkButton } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import type { PastBalance as Past } from "@/lib/reports/statements/balance-as-of";
import { displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { displayExactTime } from "@/lib/values/display/time";

/** What the books said at a moment that is over, and how far that is from now. */
export function PastBalance({
  past,
  creditValue,
  rows,
  since,
  nowHref,
}: {
  past: Past;
  /** What an ECU cost then. */
  creditValue: string;
  /** How many rows there were. */
  rows: string;
  /** How the balance has changed since, as a decimal string. */
  since: string;
  nowHref: string;
}) {
  const credit = past.unit === "credit";
  const name = credit ? "ECU" : "tool runs";
  const decimals = credit ? 4 : 0;
  const [held = past.held, available = past.available] = credit
    ? roundToSum([past.held, past.available])
    : [past.held, past.available];
  return (
    <section aria-labelledby="past" className="overflow-hidden rounded-lg border border-warn-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-warn-soft px-5 py-2.5">
        <h2 id="past" className="flex items-center gap-2 text-sm font-medium text-warn">
          <History className="size-4 shrink-0" aria-hidden />
          As of {displayExactTime(new Date(past.as_of))}
        </h2>
        <LinkButton href={nowHref as "/"} size="sm" scroll={false}>
          Back to now
        </LinkButton>
      </div>
      <div className="flex flex-wrap justify-between gap-x-10 gap-y-4 px-5 py-4">
        <div>
          <p className="text-sm text-ink-muted">Balance</p>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
            <span className="text-xl">
              <BigAmount value={past.balance} unit={past.unit} />{" "}
              <span className="text-base font-medium text-ink-muted">{name}</span>
            </span>
            {credit && <Worth value={past.balance} creditValue={creditValue} className="text-base" />}
          </p>
          <p className="mt-1 text-sm text-ink-muted tabular-nums">
            <span
              title={`${displayExactAmount(past.held)} ${name} were set aside, by when each hold began and ended`}
            >
              {displayAmount(held, { fixed: credit, decimals })} held
            </span>
            {" · "}
            <span className="text-ink" title={`${displayExactAmount(past.available)} ${name}`}>
              {displayAmount(available, { fixed: credit, decimals })} available
            </span>
          </p>
        </div>
        <dl className="grid grid-cols-[auto_auto] content-center max-sm:grow gap-x-6 gap-y-1 text-sm tabular-nums">
          <dt className="text-ink-muted">Transactions by then</dt>
          <dd className="text-right">{displayAmount(rows, { decimals: 0 })}</dd>
          <dt className="text-ink-muted">Change since</dt>
          <dd className="text-right" title={`${displayExactAmount(since)} ${name}`}>
            {displayAmount(since, { sign: "always", decimals, fixed: credit })}
          </dd>
          <dt className="text-ink-muted">Chain</dt>
          <dd className="text-right max-sm:-mr-1">
            <CopyId id={past.hash} label="hash of the chain then" />
          </dd>
        </dl>
      </div>
    </section>
  );
}
