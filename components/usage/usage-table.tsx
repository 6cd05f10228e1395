"use client";

import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, DownloadButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Segments } from "@/components/ui/segments";
import { DIMENSION_NAMES, dimensionNoun } from "@/lib/metering/rules/usage-names";
import { displayCount, plural } from "@/lib/values/display/count";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { MoreFormats } from "./more-formats";
import type { CountedAs } from "./counted";
import type { Dimension } from "./dimensions";
import { groupUsage, type Grouping, totalOf, type UsageLine } from "./group-usage";
import type { ShownUsage } from "./shown-usage";
import { type ShownLine, usageColumns } from "./usage-columns";
import { useShallowChoice } from "./use-shallow-choice";

const AT_FIRST = 50;

interface UsageTableProps {
  title?: string;
  lines: readonly UsageLine[];
  shown: ShownUsage;
  by: Dimension;
  names: Readonly<Record<string, string>>;
  creditValue: string;
  counts: CountedAs;
  compared: boolean;
  /** How the lines are told apart at first, and otherwise. */
  groupings: readonly [Grouping, ...Grouping[]];
  /** The file of the table as it is told apart: exactly its lines. */
  csvHrefOf: (grouping: Grouping) => string;
  /** What leads on from the numbers, at the foot. */
  foot?: ReactNode;
  hrefWith: (change: Record<string, string | null>) => string;
}

/** The numbers of the chart: every line, and at the foot what they come to. */
export function UsageTable({
  title = "The same numbers",
  groupings,
  csvHrefOf,
  foot,
  shown,
  ...asked
}: UsageTableProps) {
  const { lines, by } = asked;
  const [grouping, setGrouping] = useShallowChoice<Grouping>("lines", groupings);
  const [all, setAll] = useState(false);
  const { rows, total } = shownLines(groupUsage(lines, grouping), grouping, shown);
  const visible = all ? rows : rows.slice(0, AT_FIRST);
  const isCut = visible.length < rows.length;
  const columns = usageColumns({ ...asked, grouping, total });
  return (
    <Card
      flush
      title={title}
      description={`${plural(rows.length, "line")}; costs are rounded so that they add up, exact in the file.`}
      actions={
        <>
          {groupings.length > 1 && (
            <Segments
              label="Lines of the table"
              options={groupings.map((value) => ({ value, label: groupingLabel(value, by) }))}
              value={grouping}
              onChange={(next) => {
                setGrouping(next);
                setAll(false);
              }}
            />
          )}
          <DownloadButton size="sm" href={csvHrefOf(grouping)} download>
            <Download aria-hidden />
            Export CSV
          </DownloadButton>
          <MoreFormats href={csvHrefOf(grouping)} />
        </>
      }
    >
      <DataTable
        caption={grouping === "group" ? `Usage by ${dimensionNoun(by)}` : "Usage per UTC day"}
        columns={columns}
        hasManyColumns={columns.length > 6}
        rows={visible}
        rowKey={({ day, group, type, category }) => `${day} ${group} ${type} ${category}`}
      />
      {(isCut || foot) && (
        <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t px-5 py-2.5 text-xs text-ink-muted">
          {isCut && (
            <p className="mr-auto">
              Showing {displayCount(visible.length)} of {plural(rows.length, "line")}; the foot is the sum of
              all.
            </p>
          )}
          {foot}
          {isCut && (
            <Button size="sm" onClick={() => setAll(true)}>
              Show all {displayCount(rows.length)}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function groupingLabel(grouping: Grouping, by: Dimension): string {
  if (grouping === "day") return "Day";
  if (grouping === "group") return DIMENSION_NAMES[by].one;
  return by === "model" ? "Day, model, type" : `Day and ${dimensionNoun(by)}`;
}

function shownLines(
  lines: readonly UsageLine[],
  grouping: Grouping,
  { total, groups, days }: ShownUsage,
): { rows: ShownLine[]; total: ShownLine } {
  const rounded =
    grouping === "group"
      ? lines.map(({ group, charge }) => groups[group] ?? charge)
      : grouping === "day"
        ? lines.map(({ day, charge }) => days[day] ?? charge)
        : roundToSum(
            lines.map(({ charge }) => charge),
            4,
            total,
          );
  const before = roundToSum(lines.map((line) => line.before?.charge ?? "0"));
  const reRated = roundToSum(lines.map((line) => line.reRated));
  return {
    rows: lines.map((line, index) => ({
      ...line,
      shown: rounded[index] ?? line.charge,
      shownBefore: before[index] ?? "0",
      shownReRated: reRated[index] ?? "0",
    })),
    total: {
      ...totalOf(lines),
      shown: total,
      shownBefore: sumOf(before),
      shownReRated: sumOf(reRated),
    },
  };
}
