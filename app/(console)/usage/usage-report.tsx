import { SearchX } from "lucide-react";
import { FirstCall } from "@/components/billing/first-call";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/button";
import { lineOf } from "@/components/usage/group-usage";
import { UsageView } from "@/components/usage/usage-view";
import { readWallets } from "@/lib/ledger/wallets";
import { creditValueOf } from "@/lib/metering/credit-value";
import { readUsage } from "@/lib/metering/usage";
import { type DayRange, daysOfPreset, daysOfQuery, isDatePreset } from "@/lib/values/display/date-presets";
import { addDays, type UtcDay, utcDay } from "@/lib/values/time";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";

const LONGEST_DAYS = 366;

/** Usage per UTC day, model and type, for the days and the filter of the URL; the last 30 days if it says nothing. */
export async function UsageReport({ search, clearHref }: { search: Record<string, string>; clearHref: "/usage" | "/billing/usage" }) {
  const ctx = await pageContext();
  const today = utcDay(new Date());
  const asked = daysOfQuery(search, today);
  const days = asked ? bounded(asked, today) : daysOfPreset("30d", today);
  const filter = { ...(search.model && { model: search.model }), ...(search.type && { type: search.type }) };
  const [usage, wallets, creditValue] = await Promise.all([
    readUsage(ctx, { ...days, groupBy: ["day", "model", "type"], filter }),
    readWallets(ctx),
    creditValueOf(ctx.accountId).then(formatUsd),
  ]);
  const preset = asked ? (search.range && isDatePreset(search.range) ? search.range : null) : "30d";
  const csv = new URLSearchParams({ ...days, ...filter, account: ctx.accountId }).toString();
  // The starter grants are the first row of each wallet: an account that never called has no more.
  const fresh = wallets.credit.seq <= 1n && wallets.tool_run.seq <= 1n;
  return (
    <UsageView
      lines={usage.rows.map(lineOf)}
      days={days}
      preset={preset}
      csvHref={`/api/v1/usage.csv?${csv}`}
      creditValue={creditValue}
      empty={
        fresh ? (
          <FirstCall url={await consoleUrl()} />
        ) : (
          <EmptyState icon={SearchX} title="Nothing was used in these days" actions={<LinkButton href={clearHref}>Show the last 30 days</LinkButton>}>
            Choose other days, or take the filter off.
          </EmptyState>
        )
      }
    />
  );
}

function bounded({ from, to }: Partial<DayRange>, today: UtcDay): DayRange {
  const end = to ?? (from && from > today ? from : today);
  const earliest = addDays(end, 1 - LONGEST_DAYS);
  return { from: from && from > earliest ? from : from ? earliest : addDays(end, -29), to: end };
}
