import { BackLink } from "@/components/ui/back-link";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { UtcTime } from "@/components/ui/utc-time";
import type { Backtest } from "@/lib/metering/drafts/backtest";
import type { AccountBacktest } from "@/lib/metering/drafts/backtest-account";
import { featureName } from "@/lib/metering/rules/usage-names";
import { displayCount, plural } from "@/lib/values/display/count";
import { displayDay } from "@/lib/values/display/time";
import { creditOf, differenceOf } from "./backtest-words";
import { TallyTable } from "./tally-table";

const MOST = 50;

/** What a draft would have changed: by feature, who gains and who loses, and whose credit would have run out. */
export function BacktestReport({ backtest }: { backtest: Backtest }) {
  const { from, to, events, accounts, features, totals } = backtest;
  const compared = accounts.map((account) => ({ account, tally: creditOf(account) }));
  const dearer = compared
    .filter(({ tally }) => differenceOf(tally) > 0n)
    .toSorted((left, right) => compare(differenceOf(right.tally), differenceOf(left.tally)));
  const cheaper = compared
    .filter(({ tally }) => differenceOf(tally) < 0n)
    .toSorted((left, right) => compare(differenceOf(left.tally), differenceOf(right.tally)));
  const zero = accounts.filter(({ zeroOn }) => zeroOn !== null);
  const same = accounts.length - dearer.length - cheaper.length;
  return (
    <div className="space-y-5">
      <Banner tone={zero.length > 0 ? "warn" : "note"}>
        {plural(events, "event")} of {plural(accounts.length, "account")}, from <UtcTime at={from} /> to{" "}
        <UtcTime at={to} />: {displayCount(dearer.length)} would have paid more,{" "}
        {displayCount(cheaper.length)} less, {displayCount(same)} the same. The real cost is what it was; what
        a platform captured itself and the time of instances keep their charge. A margin is of what has a
        recorded cost, as in Margins.
      </Banner>
      {zero.length > 0 && (
        <Card
          title="Would have run out"
          description="Accounts whose credit would have been used up at the end of a day, while it was not."
        >
          <ul className="space-y-1 text-sm">
            {zero.slice(0, MOST).map(({ accountId, accountName, zeroOn }) => (
              <li key={accountId} className="flex flex-wrap justify-between gap-x-4">
                <span>{accountName}</span>
                <span className="text-ink-muted">{zeroOn && displayDay(zeroOn)}</span>
              </li>
            ))}
          </ul>
          {zero.length > MOST && (
            <p className="mt-2 text-sm text-ink-muted">And {displayCount(zero.length - MOST)} more.</p>
          )}
        </Card>
      )}
      <Tables
        title="All together"
        rows={totals.map((tally) => ({
          key: tally.unit,
          name: tally.unit === "credit" ? "Credit" : "Tool runs",
          tally,
        }))}
        head="Wallet"
      />
      <Tables
        title="By feature"
        head="Feature"
        rows={features.map(({ feature, tally }) => ({
          key: `${feature} ${tally.unit}`,
          name: <span title={feature}>{featureName(feature)}</span>,
          tally,
        }))}
      />
      <Accounts title="Would have paid more" found={dearer} />
      <Accounts title="Would have paid less" found={cheaper} />
    </div>
  );
}

interface Compared {
  account: AccountBacktest;
  tally: ReturnType<typeof creditOf>;
}

/** The accounts that differ most, each with the features that make it. */
function Accounts({ title, found }: { title: string; found: readonly Compared[] }) {
  if (found.length === 0) return null;
  const rows = found.slice(0, MOST).flatMap(({ account, tally }) => [
    {
      key: account.accountId,
      name: <span className="font-medium">{account.accountName}</span>,
      tally,
    },
    ...account.features
      .filter((feature) => differenceOf(feature.tally) !== 0n && account.features.length > 1)
      .map(({ feature, tally: part }) => ({
        key: `${account.accountId} ${feature} ${part.unit}`,
        name: (
          <span className="pl-4 text-ink-muted" title={feature}>
            {featureName(feature)}
          </span>
        ),
        tally: part,
      })),
  ]);
  const more = found.length - MOST;
  return (
    <Tables
      title={title}
      head="Account"
      rows={rows}
      {...(more > 0 && {
        description: `The ${MOST} that differ most; ${displayCount(more)} others differ less.`,
      })}
    />
  );
}

function Tables({
  title,
  description,
  ...table
}: { title: string; description?: string } & Omit<Parameters<typeof TallyTable>[0], "caption">) {
  return (
    <Card flush title={title} description={description}>
      <TallyTable caption={title} {...table} />
    </Card>
  );
}

/** Back to what is being tried. */
export function BackToDraft({ id, name }: { id: string; name: string }) {
  return <BackLink href={`/admin/rate-cards/drafts/${id}`}>The draft {name}</BackLink>;
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
