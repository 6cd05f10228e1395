import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { UtcTime } from "@/components/ui/utc-time";
import type { CreditForecast, ExpiringView } from "@/lib/reports/read-forecast";
import { displayAmount } from "@/lib/values/display/amount";
import { RunOutChart } from "./run-out-chart";
import { isDrawn } from "./run-out-points";
import { RunOutTable } from "./run-out-table";
import { rangeInWords } from "./run-out-words";

/** When the credit is used up: as a picture, as numbers, and what of expiring grants will be left over. */
export function RunOutCard({ forecast, words }: { forecast: CreditForecast; words: string }) {
  const { expiring, runOut } = forecast;
  const isTold = runOut !== null || expiring.length > 0 || isDrawn(forecast);
  return (
    <Card
      title="When the credit runs out"
      description={rangeInWords(runOut)}
      actions={
        <LinkButton href="/settings/auto-recharge" size="sm">
          Auto-recharge
        </LinkButton>
      }
    >
      {isTold && (
        <>
          <RunOutChart
            forecast={forecast}
            label={`Balance by UTC day. ${words} The table has the same numbers.`}
          />
          {expiring.length > 0 && (
            <ul className="mt-4 space-y-1 border-t pt-3 text-sm" aria-label="Grants that expire">
              {expiring.map((grant) => (
                <li key={`${grant.expiresAt.getTime()} ${grant.remaining}`}>
                  <Expiring grant={grant} />
                </li>
              ))}
            </ul>
          )}
          {runOut && (
            <details className="mt-3 border-t pt-3 text-sm">
              <summary className="w-fit cursor-pointer rounded-sm text-ink-muted hover:text-ink">
                The same as a table, and how it is made
              </summary>
              <RunOutTable forecast={forecast} />
              <p className="mt-3 max-w-prose text-xs text-ink-muted">
                The weeks of the last eight are lived through again, 400 times in other orders, with their
                trend, their weekdays, bursts and gaps. One in ten ends before the first of the two days, one
                in ten after the second. Credit that expires first is used first.
              </p>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

function Expiring({ grant: { remaining, expiresAt, likelyUnused } }: { grant: ExpiringView }) {
  return (
    <>
      <span className="tabular-nums">{displayAmount(remaining)} ECU</span> expire on{" "}
      <UtcTime at={expiresAt.toISOString()} />
      {likelyUnused !== null && (
        <span className="text-ink-muted">
          {likelyUnused === "0"
            ? ": they are used before, at this rate"
            : `: about ${displayAmount(likelyUnused, { decimals: 2 })} of them unused, at this rate`}
        </span>
      )}
    </>
  );
}
