import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { DataTable } from "@/components/ui/data-table";
import type { MarginRow } from "@/lib/metering/margins";
import { displayCount } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";
import { inCents } from "./in-cents";
import { configured, times } from "./margin-words";
import { ratioColumns } from "./ratio-columns";

/** Revenue against real cost, and the markup that was achieved against the one that the rate card asks for. */
export function MarginsTable({
  caption,
  head,
  rows,
  most,
  total,
  hrefOf,
}: {
  caption: string;
  head: string;
  /** All of them, so that their cents add up; the first `most` are shown. */
  rows: readonly MarginRow[];
  most: number;
  total: MarginRow;
  /** The page of one of them alone. */
  hrefOf: (value: string) => string;
}) {
  const cents = new Map(
    inCents(rows.map((row) => ({ ...row, costedRevenue: costedOf(row) }))).map((row) => [row.value, row]),
  );
  return (
    <DataTable
      hasManyColumns
      caption={caption}
      rows={rows.slice(0, most)}
      rowKey={({ value }) => value}
      empty={<p className="px-5 py-6 text-sm text-ink-muted">Nothing was metered in these days.</p>}
      columns={[
        {
          key: "name",
          head,
          narrow: "title",
          cell: ({ value, name, isBelow }) => (
            <span className="inline-flex max-w-72 min-w-0 flex-wrap items-center gap-x-2 wrap-anywhere wide:py-1">
              <Name value={value} name={name} href={hrefOf(value)} />
              {isBelow && <Badge tone="bad">below its markup</Badge>}
            </span>
          ),
          foot: "Total",
        },
        {
          key: "calls",
          head: "Events",
          align: "right",
          cell: ({ calls }) => displayCount(calls),
          foot: displayCount(total.calls),
        },
        {
          key: "byok",
          head: "Own keys",
          align: "right",
          cell: (row) => <OwnKeys row={row} />,
          foot: <OwnKeys row={total} />,
        },
        {
          key: "revenue",
          head: "Revenue",
          align: "right",
          narrow: "value",
          cell: (row) => displayUsd(formatUsd((cents.get(row.value) ?? row).revenue)),
          foot: displayUsd(formatUsd(total.revenue)),
        },
        {
          key: "costed",
          head: "With a cost",
          align: "right",
          cell: (row) =>
            row.cost > 0n ? (
              displayUsd(formatUsd(cents.get(row.value)?.costedRevenue ?? costedOf(row)))
            ) : (
              <span title="No cost was recorded">—</span>
            ),
          foot: displayUsd(formatUsd(costedOf(total))),
        },
        {
          key: "cost",
          head: "Real cost",
          align: "right",
          narrow: "meta",
          word: "cost",
          cell: (row) =>
            row.cost > 0n ? (
              displayUsd(formatUsd((cents.get(row.value) ?? row).cost))
            ) : (
              <span title="No cost was recorded">—</span>
            ),
          foot: displayUsd(formatUsd(total.cost)),
        },
        ...ratioColumns(total),
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

/** What of the revenue has a recorded cost: margin and markup are of this. */
function costedOf({ revenue, uncostedRevenue }: MarginRow): PicoUsd {
  return picoUsd(revenue - uncostedRevenue);
}

function Name({ value, name, href }: { value: string; name: string; href: string }) {
  if (value === "") return <span className="text-ink-muted">{name}</span>;
  return (
    <Link
      href={href as "/admin"}
      prefetch={false}
      scroll={false}
      title={`Only ${value}`}
      className={cn(
        "inline-flex min-h-6 items-center rounded-sm underline-offset-3 hover:underline",
        value === name && "font-mono text-xs break-all",
      )}
    >
      {name}
    </Link>
  );
}

/** Calls with customers' own keys; what they paid for them is in no ratio. */
function OwnKeys({ row: { ownKeyCalls, ownKeyRevenue } }: { row: MarginRow }) {
  return (
    <span title={ownKeyCalls > 0 ? `${displayUsd(formatUsd(ownKeyRevenue))} of fees` : undefined}>
      {displayCount(ownKeyCalls)}
    </span>
  );
}
