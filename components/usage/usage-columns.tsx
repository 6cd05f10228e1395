import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import { categoryLabel } from "@/lib/metering/rules/categories";
import { DIMENSION_NAMES, typeName } from "@/lib/metering/rules/usage-names";
import { displayCount } from "@/lib/values/display/count";
import { displayDay } from "@/lib/values/display/time";
import { Change, ChangeBeside } from "./change";
import { COUNTED_NAMES, type CountedAs } from "./counted";
import { type Dimension, nameOf } from "./dimensions";
import type { Grouping, UsageLine } from "./group-usage";
import { PlainLink } from "./plain-link";

/** A line with its charges as they are shown, so that the columns add up to their foot. */
export interface ShownLine extends UsageLine {
  shown: string;
  shownBefore: string;
  shownReRated: string;
}

export interface ColumnsAsked {
  lines: readonly UsageLine[];
  by: Dimension;
  grouping: Grouping;
  total: ShownLine;
  names: Readonly<Record<string, string>>;
  creditValue: string;
  counts: CountedAs;
  /** Whether the period before stands beside it. */
  compared: boolean;
  /** The same view of something else: other days, or one group alone. */
  hrefWith: (change: Record<string, string | null>) => string;
}

/** The columns of usage: when, what, how much, and what it cost. */
export function usageColumns(asked: ColumnsAsked): Column<ShownLine>[] {
  const { lines, by, grouping, total, creditValue, counts, compared } = asked;
  const columns: (Column<ShownLine> | false)[] = [
    grouping !== "group" && dayColumn(asked),
    grouping !== "day" && groupColumn(asked),
    grouping === "all" &&
      by === "model" && {
        key: "type",
        head: "Type",
        foot: "",
        cell: (line) => <TypeOf line={line} />,
      },
    {
      key: "calls",
      head: COUNTED_NAMES[counts],
      align: "right",
      foot: <Count line={total} of={counts} />,
      narrow: grouping === "all" ? undefined : "meta",
      cell: (line) => <Count line={line} of={counts} />,
    },
    {
      key: "tokens",
      head: "Tokens",
      align: "right",
      narrow: "meta-value",
      foot: <Tokens line={total} />,
      cell: (line) => <Tokens line={line} />,
    },
    (total.toolRuns > 0 || (total.before?.toolRuns ?? 0) > 0) && {
      key: "runs",
      head: "Tool runs",
      align: "right",
      foot: displayCount(total.toolRuns),
      cell: ({ toolRuns }) => displayCount(toolRuns),
    },
    {
      key: "cost",
      head: "Cost (ECU)",
      align: "right",
      narrow: "value",
      unit: "ECU",
      foot: <Cost line={total} {...{ creditValue, compared }} />,
      cell: (line) => <Cost line={line} {...{ creditValue, compared }} />,
    },
    lines.some(({ reRated }) => reRated !== "0") && {
      key: "re-rated",
      head: "Re-rated (ECU)",
      align: "right",
      foot: <Amount value={total.reRated} shown={total.shownReRated} creditValue={creditValue} aligned />,
      cell: ({ reRated, shownReRated }) => (
        <Amount value={reRated} shown={shownReRated} creditValue={creditValue} aligned />
      ),
    },
    compared && {
      key: "before",
      head: "Before (ECU)",
      align: "right",
      className: "wide:text-ink-muted",
      foot: (
        <Amount
          value={total.before?.charge ?? "0"}
          shown={total.shownBefore}
          creditValue={creditValue}
          aligned
        />
      ),
      cell: ({ before, shownBefore }) => (
        <Amount value={before?.charge ?? "0"} shown={shownBefore} creditValue={creditValue} aligned />
      ),
    },
    compared && {
      key: "change",
      head: "Change",
      align: "right",
      className: "wide:w-24",
      foot: <Change now={total.charge} before={total.before?.charge ?? "0"} />,
      cell: ({ charge, before }) => <Change now={charge} before={before?.charge ?? "0"} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What a line cost; on a phone, where the columns of before are left out, with how that moved. */
function Cost({
  line: { charge, shown, before },
  creditValue,
  compared,
}: {
  line: ShownLine;
  creditValue: string;
  compared: boolean;
}) {
  return (
    <>
      {compared && <ChangeBeside now={charge} before={before?.charge ?? "0"} />}
      <Amount value={charge} shown={shown} creditValue={creditValue} aligned />
    </>
  );
}

function dayColumn({ grouping, counts, hrefWith }: ColumnsAsked): Column<ShownLine> {
  return {
    key: "day",
    head: "Date (UTC)",
    foot: "Total",
    narrow: grouping === "day" ? "title" : "meta",
    className: "wide:w-36 whitespace-nowrap",
    cell: ({ day }) => (
      <PlainLink href={hrefWith({ range: null, from: day, to: day })} title={`Its ${counts}s, one by one`}>
        {displayDay(day)}
      </PlainLink>
    ),
  };
}

function groupColumn({ by, grouping, names, hrefWith }: ColumnsAsked): Column<ShownLine> {
  return {
    key: "group",
    head: DIMENSION_NAMES[by].one,
    foot: grouping === "group" ? "Total" : "",
    narrow: "title",
    className: "max-w-64 truncate",
    cell: ({ group, category, type }) => {
      const name = nameOf(by, group, names);
      return group === "" ? (
        <span className="text-ink-muted" title={name}>
          {category ? categoryLabel(category) : name}
          {type && <span className="wide:hidden"> · {typeName(type)}</span>}
        </span>
      ) : (
        <PlainLink
          href={hrefWith({ [by]: group, by: by === "category" ? "model" : by })}
          title={`Only ${name}`}
          className="max-w-full font-medium"
        >
          <span className="truncate">{name}</span>
        </PlainLink>
      );
    },
  };
}

/** The kind of call; what was no call is what it belongs to. */
function TypeOf({ line: { type, category, group } }: { line: UsageLine }) {
  const label = categoryLabel(category);
  if (type === "" && group === "") return <span className="text-xs text-ink-muted">no model</span>;
  if (type === "") return <Badge>{label}</Badge>;
  return (
    <span className="inline-flex items-center gap-2">
      <Badge>{typeName(type)}</Badge>
      {category !== "inference" && group !== "" && <span className="text-xs text-ink-muted">{label}</span>}
    </span>
  );
}

function Count({ line: { calls }, of }: { line: UsageLine; of: CountedAs }) {
  return (
    <>
      {displayCount(calls)}
      <span className="wide:hidden"> {calls === 1 ? of : `${of}s`}</span>
    </>
  );
}

function Tokens({ line: { input, output, toolRuns } }: { line: UsageLine }) {
  if (input + output === 0)
    return (
      <>
        <span className="narrow:hidden">0</span>
        {toolRuns > 0 && (
          <span className="wide:hidden">
            {displayCount(toolRuns)} {toolRuns === 1 ? "tool run" : "tool runs"}
          </span>
        )}
      </>
    );
  return (
    <span title={`${displayCount(input)} input + ${displayCount(output)} output`}>
      {displayCount(input + output)}
      <span className="wide:hidden"> tokens</span>
    </span>
  );
}
