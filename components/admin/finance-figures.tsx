import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { Finance } from "@/lib/backoffice/finance/read-finance";
import { sinceTheFirst } from "@/lib/metering/rules/since-the-first";
import { centsDeferred } from "@/lib/reports/liability/rules/worth";
import { displayMonth } from "@/lib/values/display/time";
import { displayUsd } from "@/lib/values/display/usd";
import { add, formatCredits, formatScaled, type Nano } from "@/lib/values/money";
import { centsOfCredits, formatUsd, type PicoUsd } from "@/lib/values/usd";
import { percent } from "./backtest-words";
import { inCents } from "./margins/in-cents";

// Of five in two columns the last has both.
const GRID =
  "grid gap-3 min-[22rem]:grid-cols-2 lg:grid-cols-5 [&>:last-child]:min-[22rem]:max-lg:col-span-2";

/** The month in five figures, each as it stands on the page that it leads to. */
export function FinanceFigures({
  finance: { credit, trend },
  creditValue,
}: {
  finance: Finance;
  creditValue: PicoUsd;
}) {
  // Rounded together, as in the table of the trend: the same cents.
  const used = inCents(sinceTheFirst(trend)).at(-1);
  const usdOf = (cents: bigint) => displayUsd(formatScaled(cents, 2));
  const ecuOf = (amount: Nano, words: string) => (
    <>
      <Amount value={formatCredits(amount)} creditValue={formatUsd(creditValue)} /> ECU, {words}
    </>
  );
  const { month, sold, elsewhere, cash, pools, deferred, worth } = credit;
  const [refunded, disputed] = [-cash.refunded.net, -cash.disputed.net];
  const wentBack = [
    ...(refunded > 0n ? [`${usdOf(refunded)} paid back`] : []),
    ...(disputed > 0n ? [`${usdOf(disputed)} taken by disputes`] : []),
  ];
  return (
    <section aria-labelledby="finance" className="space-y-2">
      <h2 id="finance" className="text-sm font-medium">
        {displayMonth(`${month}-01`)}, so far <span className="font-normal text-ink-muted">(UTC)</span>
      </h2>
      <dl className={GRID}>
        <StatCard
          label={<Proof href="/admin/liability#months">Credit sold</Proof>}
          value={usdOf(cash.sold.net + centsOfCredits(elsewhere, creditValue))}
          note={ecuOf(add(sold, elsewhere), wentBack.join(", ") || "before tax")}
        />
        <StatCard
          label={<Proof href="/admin/margins#trend">Usage charged</Proof>}
          value={used ? displayUsd(formatUsd(used.revenue)) : "—"}
          note="at its value, promotional credit too"
        />
        <StatCard
          label={<Proof href="/admin/margins#trend">Gross margin</Proof>}
          value={percent(used?.marginPpm ?? null)}
          note="where a cost was recorded"
        />
        <StatCard
          label={<Proof href="/admin/liability">Deferred revenue</Proof>}
          value={usdOf(centsDeferred(worth.unused, worth.ahead))}
          note={ecuOf(deferred, "paid, to be earned")}
        />
        <StatCard
          label={<Proof href="/admin/liability">Promotional credit</Proof>}
          value={usdOf(centsOfCredits(pools.free, creditValue))}
          note={ecuOf(pools.free, "given and not used")}
        />
      </dl>
    </section>
  );
}

/** Holds their place while they are read. */
export function FinanceSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="space-y-2">
      <Skeleton className="h-5 w-40" />
      <div className={GRID}>
        {[1, 2, 3, 4, 5].map((figure) => (
          <Skeleton key={figure} className="h-[5.625rem] rounded-lg" />
        ))}
      </div>
    </div>
  );
}

/** The name of a figure, which leads to the page that has it. */
function Proof({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href as "/"}
      className="rounded-sm underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {children}
    </Link>
  );
}
