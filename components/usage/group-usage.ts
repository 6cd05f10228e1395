import type { UsageRow } from "@/lib/metering/usage";
import { sumOf } from "@/lib/values/display/round-to-sum";

/** One line of usage: what the table shows and the chart stacks. */
export interface UsageLine {
  day: string;
  model: string;
  type: string;
  calls: number;
  input: number;
  output: number;
  /** ECU, as a decimal string. */
  charge: string;
}

export const GROUPINGS = [
  { value: "all", label: "Day, model, type" },
  { value: "day", label: "Day" },
  { value: "model", label: "Model" },
] as const;
export type Grouping = (typeof GROUPINGS)[number]["value"];

export function lineOf(row: UsageRow): UsageLine {
  const { day = "", model = "", type = "", calls, input_tokens: input, output_tokens: output, charge } = row;
  return { day, model, type, calls, input, output, charge };
}

/** The same usage in fewer lines, in the order in which its groups first appear; by model, what was charged most comes first. */
export function groupUsage(lines: readonly UsageLine[], by: Grouping): UsageLine[] {
  if (by === "all") return [...lines];
  const groups = new Map<string, UsageLine[]>();
  for (const line of lines) {
    const group = groups.get(line[by]) ?? [];
    group.push(line);
    groups.set(line[by], group);
  }
  const sums = [...groups.entries()].map(([name, group]) => ({ ...totalOf(group), [by]: name }));
  return by === "day" ? sums : sums.sort((left, right) => Number(sumOf([right.charge, negated(left.charge)])));
}

/** What lines come to together. */
export function totalOf(lines: readonly UsageLine[]): UsageLine {
  const count = (of: (line: UsageLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    day: "",
    model: "",
    type: "",
    calls: count(({ calls }) => calls),
    input: count(({ input }) => input),
    output: count(({ output }) => output),
    charge: sumOf(lines.map(({ charge }) => charge)),
  };
}

function negated(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}
