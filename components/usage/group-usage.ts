import type { UsageRow } from "@/lib/metering/usage";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";
import type { Dimension } from "./dimensions";

/** One line of usage: what the table shows and the chart stacks. */
export interface UsageLine {
  day: string;
  /** The model, the member, the key's id: what the view is grouped by. Empty when the calls named none. */
  group: string;
  /** The kind of call, where models are told apart. */
  type: string;
  calls: number;
  input: number;
  output: number;
  /** ECU, as a decimal string. */
  charge: string;
}

/** How far lines are told apart: as they are, or summed by day, or by what they are grouped by. */
export type Grouping = "all" | "day" | "group";

export function lineOf(row: UsageRow, by: Dimension): UsageLine {
  const { day = "", calls, input_tokens: input, output_tokens: output, charge } = row;
  return {
    day,
    group: row[by] ?? "",
    type: by === "model" ? (row.type ?? "") : "",
    calls,
    input,
    output,
    charge,
  };
}

/** The same usage in fewer lines: days in the order in which they come, groups with what was charged most first. */
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
  const count = (of: (line: UsageLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    day: "",
    group: "",
    type: "",
    calls: count(({ calls }) => calls),
    input: count(({ input }) => input),
    output: count(({ output }) => output),
    charge: sumOf(lines.map(({ charge }) => charge)),
  };
}

function byCharge(left: UsageLine, right: UsageLine): number {
  const difference = parseScaled(right.charge, 9) - parseScaled(left.charge, 9);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return right.calls - left.calls;
}
