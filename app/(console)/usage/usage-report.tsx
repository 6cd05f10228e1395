import { SearchX } from "lucide-react";
import { FirstCall } from "@/components/billing/first-call";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/button";
import { type Dimension, DIMENSIONS, isDimension } from "@/components/usage/dimensions";
import { lineOf } from "@/components/usage/group-usage";
import { UsageView } from "@/components/usage/usage-view";
import { listKeys } from "@/lib/accounts/keys";
import { listMandates } from "@/lib/approvals/read-mandates";
import { readWallets } from "@/lib/ledger/wallets";
import { creditValueOf } from "@/lib/metering/credit-value";
import { readUsage } from "@/lib/metering/usage";
import type { Context } from "@/lib/values/context";
import { shortenId } from "@/lib/values/display/shorten-id";
import { utcDay } from "@/lib/values/time";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import { readDays } from "./read-days";

/** Usage per UTC day and what it is grouped by, for the days and the filter of the URL; the last 30 days by model if it says nothing. */
export async function UsageReport({
  search,
  clearHref,
}: {
  search: Record<string, string>;
  clearHref: "/usage" | "/billing/usage";
}) {
  const ctx = await pageContext();
  const today = utcDay(new Date());
  const { days, preset } = readDays(search, today);
  const by = isDimension(search.by) ? search.by : "model";
  const groupBy = by === "model" ? (["day", "model", "type"] as const) : (["day", by] as const);
  const filter = filterOf(search);
  const [usage, wallets, creditValue] = await Promise.all([
    readUsage(ctx, { ...days, groupBy, filter }),
    readWallets(ctx),
    creditValueOf(ctx.accountId).then(formatUsd),
  ]);
  const lines = usage.rows.map((row) => lineOf(row, by));
  const namesOf = { key: namesOfKeys, mandate: namesOfMandates };
  const [keys, mandates] = await Promise.all(
    (["key", "mandate"] as const).map((dimension) => {
      const ids =
        by === dimension ? lines.map(({ group }) => group) : search[dimension] ? [search[dimension]] : [];
      return namesOf[dimension](ctx, ids);
    }),
  );
  const csv = new URLSearchParams({
    ...days,
    group_by: groupBy.join(","),
    ...filter,
    account: ctx.accountId,
  }).toString();
  // The starter grants are the first row of each wallet: an account that never called has no more.
  const fresh = wallets.credit.seq <= 1n && wallets.tool_run.seq <= 1n;
  return (
    <UsageView
      lines={lines}
      days={days}
      preset={preset}
      by={by}
      names={{ ...keys, ...mandates }}
      csvHref={`/api/v1/usage.csv?${csv}`}
      creditValue={creditValue}
      picker={clearHref !== "/usage"}
      empty={
        fresh ? (
          <FirstCall url={await consoleUrl()} />
        ) : (
          <EmptyState
            icon={SearchX}
            title="Nothing was used in these days"
            actions={<LinkButton href={clearHref}>Show the last 30 days</LinkButton>}
          >
            Choose other days, or take the filter off.
          </EmptyState>
        )
      }
    />
  );
}

function filterOf(search: Record<string, string>): Partial<Record<Dimension, string>> {
  return Object.fromEntries(
    DIMENSIONS.flatMap(({ value }) => (search[value] ? [[value, search[value].slice(0, 200)]] : [])),
  );
}

/** What keys are called, for those who may know; the others see a part of the id. */
async function namesOfKeys(ctx: Context, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const short = Object.fromEntries(ids.map((id) => [id, shortenId(id)]));
  if (!ctx.permissions.has("keys:read")) return short;
  const keys = await listKeys(ctx);
  return { ...short, ...Object.fromEntries(keys.map(({ id, name }) => [id, name])) };
}

/** What agents' mandates are called. */
async function namesOfMandates(ctx: Context, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const mandates = await listMandates(ctx);
  const short = Object.fromEntries(ids.map((id) => [id, shortenId(id)]));
  return { ...short, ...Object.fromEntries(mandates.map(({ id, title }) => [id, title])) };
}
