"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Segments } from "@/components/ui/segments";
import { displayCount, plural } from "@/lib/values/display/count";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayDay } from "@/lib/values/display/time";
import { type Dimension, labelOf, nameOf } from "./dimensions";
import { groupUsage, type Grouping, totalOf, type UsageLine } from "./group-usage";

const AT_FIRST = 50;

interface ShownLine extends UsageLine {
  /** The charge as it is shown, so that the column adds up to its foot. */
  shown: string;
}

interface UsageTableProps {
  lines: readonly UsageLine[];
  by: Dimension;
  names: Readonly<Record<string, string>>;
  creditValue: string;
  /** The same page for one group alone. */
  hrefOf: (group: string) => string;
}

/** The numbers of the chart: every line, and at the foot what they come to. */
export function UsageTable({ lines, by, names, creditValue, hrefOf }: UsageTableProps) {
  const [grouping, setGrouping] = useState<Grouping>("all");
  const [all, setAll] = useState(false);
  const grouped = groupUsage(lines, grouping);
  const rounded = roundToSum(grouped.map(({ charge }) => charge));
  const rows = grouped.map((line, index): ShownLine => ({ ...line, shown: rounded[index] ?? line.charge }));
  const total: ShownLine = { ...totalOf(grouped), shown: sumOf(rounded) };
  const visible = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <Card
      flush
      title="The same numbers"
      description={`${plural(rows.length, "line")}; costs are rounded so that they add up, exact on hover.`}
      actions={
        <Segments
          label="Lines of the table"
          options={[
            {
              value: "all",
              label: by === "model" ? "Day, model, type" : `Day and ${by === "key" ? "API key" : by}`,
            },
            { value: "day", label: "Day" },
            { value: "group", label: labelOf(by) },
          ]}
          value={grouping}
          onChange={(next) => {
            setGrouping(next);
            setAll(false);
          }}
        />
      }
      className="overflow-hidden"
    >
      <div className="border-t">
        <DataTable
          caption="Usage per UTC day"
          columns={columnsOf({ by, names, creditValue, hrefOf }, grouping, total)}
          rows={visible}
          rowKey={({ day, group, type }) => `${day} ${group} ${type}`}
        />
      </div>
      {visible.length < rows.length && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-2.5 text-xs text-ink-muted">
          Showing {displayCount(visible.length)} of {plural(rows.length, "line")}; the foot is the sum of all.
          <Button size="sm" onClick={() => setAll(true)}>
            Show all {displayCount(rows.length)}
          </Button>
        </div>
      )}
    </Card>
  );
}

function columnsOf(
  { by, names, creditValue, hrefOf }: Omit<UsageTableProps, "lines">,
  grouping: Grouping,
  total: ShownLine,
): Column<ShownLine>[] {
  const columns: (Column<ShownLine> | false)[] = [
    grouping !== "group" && {
      key: "day",
      head: "Date (UTC)",
      foot: "Total",
      narrow: grouping === "day" ? "title" : "meta",
      className: "wide:w-36 whitespace-nowrap",
      cell: ({ day, group }) => (
        <PlainLink
          href={transactionsOf(day, grouping === "all" && by === "model" ? group : "")}
          title="Its transactions"
        >
          {displayDay(day)}
        </PlainLink>
      ),
    },
    grouping !== "day" && {
      key: "group",
      head: labelOf(by),
      foot: grouping === "group" ? "Total" : "",
      narrow: "title",
      className: "max-w-64 truncate",
      cell: ({ group }) => {
        const name = nameOf(by, group, names);
        return group === "" ? (
          <span className="text-ink-muted">{name}</span>
        ) : (
          <PlainLink href={hrefOf(group)} title={`Only ${name}`} className="font-medium">
            {name}
          </PlainLink>
        );
      },
    },
    grouping === "all" &&
      by === "model" && {
        key: "type",
        head: "Type",
        foot: "",
        cell: ({ type }) => <Badge>{type || "other"}</Badge>,
      },
    {
      key: "calls",
      head: "Calls",
      align: "right",
      foot: displayCount(total.calls),
      narrow: grouping === "all" ? undefined : "meta",
      cell: ({ calls }) => displayCount(calls),
    },
    {
      key: "tokens",
      head: "Tokens",
      align: "right",
      narrow: "meta-value",
      foot: <Tokens line={total} />,
      cell: (line) => <Tokens line={line} />,
    },
    {
      key: "cost",
      head: "Cost (ECU)",
      align: "right",
      narrow: "value",
      foot: <Amount value={total.charge} shown={total.shown} creditValue={creditValue} aligned />,
      cell: ({ charge, shown }) => <Amount value={charge} shown={shown} creditValue={creditValue} aligned />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** A link that looks like what it stands in until somebody points at it. */
function PlainLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      scroll={false}
      className={cn(
        "inline-flex min-h-6 items-center rounded-sm underline-offset-3 hover:underline",
        className,
      )}
      {...props}
    />
  );
}

// The day of a row of the ledger is when it was posted; what ran shortly before midnight may stand on the day after.
function transactionsOf(day: string, model: string): `/billing?${string}` {
  return `/billing?${new URLSearchParams({ from: day, to: day, type: "spend", ...(model && { text: model }) }).toString()}`;
}

function Tokens({ line: { input, output } }: { line: UsageLine }) {
  return (
    <span title={`${displayCount(input)} input + ${displayCount(output)} output`}>
      {displayCount(input + output)}
      <span className="wide:hidden"> tokens</span>
    </span>
  );
}
