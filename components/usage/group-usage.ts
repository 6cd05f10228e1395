import type { ComparedRow } from "@/lib/metering/rules/beside";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";
import type { Dimension } from "./dimensions";

/** What was counted and charged. ECU as a decimal string. */
export interface UsageNumbers {
  calls: number;
  input: number;
  output: number;
  toolRuns: number;
  charge: string;
  /** What re-rates changed, posted in these days: ECU, and tool runs. Below zero where they were given back. */
  reRated: string;
  runsReRated: number;
}

/** One line of usage: what the table shows and the chart stacks. */
export interface UsageLine extends UsageNumbers {
  day: string;
  /** The model, the member, the key's id: what the view is grouped by. Empty when the calls named none. */
  group: string;
  /** The kind of call, where models are told apart. */
  type: string;
  /** What it belongs to, where models or categories are told apart. */
  category: string;
  /** The same in the period before; null when it had nothing, or nothing is compared. */
  before: UsageNumbers | null;
}

/** How far lines are told apart: as they are, or summed by day, or by what they are grouped by. */
export type Grouping = "all" | "day" | "group";

function lineOf(row: ComparedRow, by: Dimension): UsageLine {
  return {
    day: row.day ?? "",
    group: row[by] ?? "",
    type: by === "model" ? (row.type ?? "") : "",
    category: by === "model" || by === "category" ? (row.category ?? "") : "",
    ...numbersOf(row),
    before: row.before && numbersOf(row.before),
  };
}

function numbersOf({
  calls,
  input_tokens: input,
  output_tokens: output,
  tool_runs: toolRuns,
  charge,
  re_rated: reRated,
  tool_runs_re_rated: runsReRated,
}: NonNullable<ComparedRow["before"]>): UsageNumbers {
  return { calls, input, output, toolRuns, charge, reRated, runsReRated };
}

/** The lines of a view: rows that the view does not tell apart are one, days newest first, and within a day what was charged most, what named none last. */
export function linesOf(rows: readonly ComparedRow[], by: Dimension): UsageLine[] {
  const found = new Map<string, UsageLine[]>();
  for (const row of rows) {
    const line = lineOf(row, by);
    const key = [line.day, line.group, line.type, line.category].join("\0");
    const known = found.get(key);
    if (known) known.push(line);
    else found.set(key, [line]);
  }
  return [...found.values()]
    .map((same) => {
      const [{ day, group, type, category } = totalOf([])] = same;
      return { ...totalOf(same), day, group, type, category };
    })
    .sort((left, right) => (left.day === right.day ? byCharge(left, right) : left.day < right.day ? 1 : -1));
}

/** The same usage in fewer lines: days in the order in which they come, groups with what was charged most first and what named none last. */
export function groupUsage(lines: readonly UsageLine[], by: Grouping): UsageLine[] {
  if (by === "all") return [...lines];
  const groups = new Map<string, UsageLine[]>();
  for (const line of lines) {
    const group = groups.get(line[by]) ?? [];
    group.push(line);
    groups.set(line[by], group);
  }
  const sums = [...groups.entries()].map(([name, group]) => ({ ...totalOf(group), [by]: name }));
  return by === "day" ? sums : sums.sort(byCharge);
}

/** What lines come to together. */
export function totalOf(lines: readonly UsageLine[]): UsageLine {
  const before = lines.flatMap((line) => line.before ?? []);
  return {
    day: "",
    group: "",
    type: "",
    category: "",
    ...sumUp(lines),
    before: before.length > 0 ? sumUp(before) : null,
  };
}

function sumUp(lines: readonly UsageNumbers[]): UsageNumbers {
  const count = (of: (line: UsageNumbers) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    calls: count(({ calls }) => calls),
    input: count(({ input }) => input),
    output: count(({ output }) => output),
    toolRuns: count(({ toolRuns }) => toolRuns),
    charge: sumOf(lines.map(({ charge }) => charge)),
    reRated: sumOf(lines.map(({ reRated }) => reRated)),
    runsReRated: count(({ runsReRated }) => runsReRated),
  };
}

function byCharge(left: UsageLine, right: UsageLine): number {
  if ((left.group === "") !== (right.group === "")) return left.group === "" ? 1 : -1;
  const difference = parseScaled(right.charge, 9) - parseScaled(left.charge, 9);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return right.calls - left.calls || right.toolRuns - left.toolRuns;
}
