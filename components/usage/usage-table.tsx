"use client";

import { useState } from "react";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Segments } from "@/components/ui/segments";
import { TextLink } from "@/components/ui/text-link";
import { displayCount, plural } from "@/lib/values/display/count";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayDay } from "@/lib/values/display/time";
import { groupUsage, GROUPINGS, type Grouping, totalOf, type UsageLine } from "./group-usage";

const AT_FIRST = 50;

interface ShownLine extends UsageLine {
  /** The charge as it is shown, so that the column adds up to its foot. */
  shown: string;
}

/** The numbers of the chart: every line, and at the foot what they come to. */
export function UsageTable({ lines, creditValue }: { lines: readonly UsageLine[]; creditValue: string }) {
  const [by, setBy] = useState<Grouping>("all");
  const [all, setAll] = useState(false);
  const grouped = groupUsage(lines, by);
  const rounded = roundToSum(grouped.map(({ charge }) => charge));
  const rows = grouped.map((line, index): ShownLine => ({ ...line, shown: rounded[index] ?? line.charge }));
  const total: ShownLine = { ...totalOf(grouped), shown: sumOf(rounded) };
  const visible = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <Card
      flush
      title="The same numbers"
      description={`${plural(rows.length, "line")}. Tokens are input and output; costs are rounded so that they add up, exact on hover.`}
      actions={
        <Segments
          label="Group by"
          options={GROUPINGS}
          value={by}
          onChange={(next) => {
            setBy(next);
            setAll(false);
          }}
        />
      }
      className="overflow-hidden"
    >
      <div className="border-t">
        <DataTable caption="Usage per UTC day, model and type" columns={columnsOf(by, total, creditValue)} rows={visible} rowKey={({ day, model, type }) => `${day} ${model} ${type}`} />
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

function columnsOf(by: Grouping, total: ShownLine, creditValue: string): Column<ShownLine>[] {
  const columns: (Column<ShownLine> | false)[] = [
    by !== "model" && {
      key: "day",
      head: "Date (UTC)",
      foot: "Total",
      narrow: by === "day" ? "title" : "meta",
      className: "md:w-36 whitespace-nowrap",
      cell: ({ day, model }) => (
        <TextLink href={`/billing?${new URLSearchParams({ from: day, to: day, type: "spend", ...(by === "all" && model && { text: model }) }).toString()}`} className="no-underline hover:underline">
          {displayDay(day)}
        </TextLink>
      ),
    },
    by !== "day" && {
      key: "model",
      head: "Model",
      foot: by === "model" ? "Total" : "",
      narrow: "title",
      cell: ({ model }) => <span className="font-medium">{model || "—"}</span>,
    },
    by === "all" && { key: "type", head: "Type", foot: "", cell: ({ type }) => <Badge>{type || "other"}</Badge> },
    {
      key: "calls",
      head: "Calls",
      align: "right",
      foot: displayCount(total.calls),
      narrow: by === "all" ? undefined : "meta",
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

function Tokens({ line: { input, output } }: { line: UsageLine }) {
  return (
    <span title={`${displayCount(input)} input + ${displayCount(output)} output`}>
      {displayCount(input + output)}
      <span className="md:hidden"> tokens</span>
    </span>
  );
}
