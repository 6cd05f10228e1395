import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { MarginRow } from "@/lib/metering/margins";
import { displayCount } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { percent } from "./backtest-words";

/** Revenue against real cost, and the markup that was achieved against the one that the rate card asks for. */
export function MarginsTable({
  caption,
  head,
  rows,
  total,
}: {
  caption: string;
  head: string;
  rows: readonly MarginRow[];
  total: MarginRow;
}) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      empty={<p className="px-5 py-6 text-sm text-ink-muted">Nothing was metered in these days.</p>}
      columns={[
        {
          key: "name",
          head,
          narrow: "title",
          cell: ({ name, isBelow }) => (
            <span className="inline-flex max-w-72 flex-wrap items-center gap-x-2 py-1">
              <span className="font-mono text-xs break-all">{name}</span>
              {isBelow && <Badge tone="bad">below its markup</Badge>}
            </span>
          ),
          foot: "Total",
        },
        {
          key: "calls",
          head: "Calls",
          align: "right",
          cell: ({ calls }) => displayCount(calls),
          foot: displayCount(total.calls),
        },
        {
          key: "byok",
          head: "Own keys",
          align: "right",
          cell: ({ ownKeyCalls }) => displayCount(ownKeyCalls),
          foot: displayCount(total.ownKeyCalls),
        },
        {
          key: "revenue",
          head: "Revenue",
          align: "right",
          narrow: "value",
          cell: ({ revenue }) => displayUsd(formatUsd(revenue)),
          foot: displayUsd(formatUsd(total.revenue)),
        },
        {
          key: "cost",
          head: "Real cost",
          align: "right",
          narrow: "meta",
          cell: ({ cost }) => (
            <>
              <span className="wide:hidden">cost </span>
              {displayUsd(formatUsd(cost))}
            </>
          ),
          foot: displayUsd(formatUsd(total.cost)),
        },
        {
          key: "margin",
          head: "Margin",
          align: "right",
          narrow: "meta-value",
          cell: ({ marginPpm }) => percent(marginPpm),
          foot: percent(total.marginPpm),
        },
        {
          key: "markup",
          head: "Markup",
          align: "right",
          cell: ({ markupPpm }) => times(markupPpm),
          foot: times(total.markupPpm),
        },
        {
          key: "asked",
          head: "Configured",
          align: "right",
          cell: (row) => <span className="text-ink-muted">{times(configured(row))}</span>,
          foot: times(configured(total)),
        },
      ]}
    />
  );
}

/** What the card asks for beyond the cost of these calls. */
function configured({ required, cost }: MarginRow): bigint | null {
  return cost > 0n ? (required * 1_000_000n) / cost : null;
}

/** Millionths as a factor with two decimals, rounded down. */
function times(ppm: bigint | null): string {
  return ppm === null ? "—" : `× ${formatScaled(ppm / 10_000n, 2)}`;
}
