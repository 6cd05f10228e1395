import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import { type BillLine, type TokenKind, sumLines } from "./bill";

/** A day, model and kind of token: what the provider charges, and what we took its cost for. */
export interface MatchRow {
  day: string;
  model: string;
  kind: TokenKind;
  billed: PicoUsd;
  ours: PicoUsd;
  /** billed − ours: above zero where the provider charges more than we knew of. */
  difference: PicoUsd;
  billedTokens: bigint | null;
  ourTokens: bigint | null;
}

/**
 * Holds a bill against our costs, line by line, none of either left out. Kinds of tokens are compared where the bill tells them apart for a model, and else
 * their sum is.
 */
export function matchBill(bill: readonly BillLine[], ours: readonly BillLine[]): MatchRow[] {
  const split = new Set(bill.filter(({ kind }) => kind !== "all").map(({ model }) => model));
  const compared = (lines: readonly BillLine[]) =>
    sumLines(lines.map((line) => (split.has(line.model) ? line : { ...line, kind: "all" as const })));
  const rows = new Map<string, MatchRow>();
  const rowOf = ({ day, model, kind }: BillLine): MatchRow => {
    const key = `${day}\n${model}\n${kind}`;
    const none = { billed: picoUsd(0n), ours: picoUsd(0n), difference: picoUsd(0n) };
    const row = rows.get(key) ?? { day, model, kind, ...none, billedTokens: null, ourTokens: null };
    rows.set(key, row);
    return row;
  };
  for (const line of compared(bill)) {
    const row = rowOf(line);
    row.billed = line.cost;
    row.billedTokens = line.quantity;
  }
  for (const line of compared(ours)) {
    const row = rowOf(line);
    row.ours = line.cost;
    row.ourTokens = line.quantity;
  }
  for (const row of rows.values()) row.difference = picoUsd(row.billed - row.ours);
  return [...rows.values()].sort(
    (one, other) =>
      one.day.localeCompare(other.day) ||
      one.model.localeCompare(other.model) ||
      one.kind.localeCompare(other.kind),
  );
}

/** Sums of some rows. */
export interface MatchSum {
  name: string;
  billed: PicoUsd;
  ours: PicoUsd;
  difference: PicoUsd;
}

/** The same by day, by model or by kind: the largest difference first, days in their order. */
export function groupMatch(rows: readonly MatchRow[], by: "day" | "model" | "kind"): MatchSum[] {
  const sums = new Map<string, MatchSum>();
  for (const row of rows) {
    const sum = sums.get(row[by]) ?? {
      name: row[by],
      billed: picoUsd(0n),
      ours: picoUsd(0n),
      difference: picoUsd(0n),
    };
    sum.billed = picoUsd(sum.billed + row.billed);
    sum.ours = picoUsd(sum.ours + row.ours);
    sum.difference = picoUsd(sum.difference + row.difference);
    sums.set(row[by], sum);
  }
  const all = [...sums.values()];
  return by === "day"
    ? all
    : all.sort((one, other) => Number(sizeOf(other) > sizeOf(one)) - Number(sizeOf(other) < sizeOf(one)));
}

/** What all rows come to. */
export function totalOf(rows: readonly MatchRow[]): MatchSum {
  const sum = (of: "billed" | "ours" | "difference") =>
    picoUsd(rows.reduce((total, row) => total + row[of], 0n));
  return { name: "total", billed: sum("billed"), ours: sum("ours"), difference: sum("difference") };
}

function sizeOf({ difference }: MatchSum): bigint {
  return difference < 0n ? -difference : difference;
}
