import { SearchX } from "lucide-react";
import { FirstCall } from "@/components/billing/first-call";
import { EmptyState } from "@/components/ui/empty-state";
import { Corrected } from "@/components/usage/corrected";
import { linesOf } from "@/components/usage/group-usage";
import { OverviewView } from "@/components/usage/overview-view";
import { readPeriod } from "@/components/usage/read-period";
import { calledRows, chargesBy, groupsFor, shownUsage } from "@/components/usage/shown-usage";
import { NotYetCounted } from "@/components/usage/still-running";
import { readRunning } from "@/lib/deployments/so-far";
import { readWallet } from "@/lib/metering/read-wallet";
import { readUsageCompared } from "@/lib/metering/usage-compared";
import { readCorrected } from "@/lib/reports/consumption/read-corrected";
import { readRunOut } from "@/lib/reports/read-run-out";
import { displayRunOut } from "@/lib/values/display/run-out";
import { utcDay } from "@/lib/values/time";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import { isFresh } from "./is-fresh";

/** Runs and credits of the allocation, and what the days of the URL used, by category. */
export async function OverviewReport({ search }: { search: Record<string, string> }) {
  const ctx = await pageContext();
  const at = new Date();
  const period = readPeriod(search, utcDay(at));
  const { days, compare } = period;
  const [usage, wallet, fresh, runOut, running, corrected] = await Promise.all([
    readUsageCompared(ctx, {
      ...days,
      groupBy: ["day", ...groupsFor("category")],
      ...(compare && { compare }),
    }),
    readWallet(ctx),
    isFresh(ctx),
    readRunOut(ctx, at),
    readRunning(ctx, days, at),
    readCorrected(ctx, days),
  ]);
  const called = calledRows(usage.rows).reduce((sum, { calls }) => sum + calls, 0);
  return (
    <OverviewView
      lines={linesOf(usage.rows, "category")}
      shown={shownUsage(usage.rows, chargesBy(usage.rows, "category"), "all")}
      counted={{ called, byTime: usage.totals.calls - called }}
      period={period}
      wallet={wallet}
      runOut={runOut && displayRunOut(runOut)}
      note={
        <>
          <Corrected corrected={corrected} creditValue={wallet.credit_usd_value} />
          <NotYetCounted running={running} creditValue={wallet.credit_usd_value} />
        </>
      }
      csvQuery={new URLSearchParams({
        ...days,
        ...(compare && { compare }),
        account: ctx.accountId,
      }).toString()}
      empty={
        fresh ? (
          <FirstCall url={await consoleUrl()} />
        ) : (
          <EmptyState icon={SearchX} title="Nothing was used in these days">
            Choose other days to see what was used then.
          </EmptyState>
        )
      }
    />
  );
}
