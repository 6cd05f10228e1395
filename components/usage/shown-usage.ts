import { categoryLabel, categoryOf, isCalled } from "@/lib/metering/rules/categories";
import type { UsageRow } from "@/lib/metering/usage";
import {
  chargedGroups,
  shownCharges,
  type ShownCharges,
  shownDays,
  type ShownGroup,
  shownSums,
} from "@/lib/metering/rules/shown-charges";
import { noneOf } from "@/lib/metering/rules/usage-names";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";
import type { Dimension } from "./dimensions";

/** How the charges of a view of usage are written; each stands so on every page that shows the same days. */
export interface ShownUsage {
  total: string;
  /** By group, and of each what it is of the total in percent. */
  groups: Readonly<Record<string, string>>;
  shares: Readonly<Record<string, string>>;
  days: Readonly<Record<string, string>>;
}

/** What a view that shows API calls alone leaves out: what is metered by time. */
export interface LeftOut {
  charge: string;
  events: number;
  /** Of all usage in the same days. */
  total: string;
}

/** Rows of usage have their category, or the feature that says it. */
const categoryIn = ({ category, feature = "" }: UsageRow): string => category ?? categoryOf(feature);

/** By what rows must be told apart, so that `shownUsage` can write them and calls are known. */
export function groupsFor(by: Dimension): readonly Dimension[] {
  if (by === "model") return ["model", "type", "category"];
  if (by === "category") return ["category", "feature"];
  return by === "feature" ? ["feature"] : [by, "category"];
}

/** All charges of some rows by a dimension: categories as the sums of their features. */
export function chargesBy(
  rows: readonly UsageRow[],
  by: Dimension,
  within?: Pick<ShownGroup, "called" | "byTime">,
): ShownCharges {
  const parts = rows.map((row) => ({ ...row, category: categoryIn(row) }));
  if (by !== "category")
    return shownCharges(
      chargedGroups(parts, (row) => row[by] ?? ""),
      within,
    );
  return shownSums(
    shownCharges(
      chargedGroups(parts, ({ feature }) => feature ?? ""),
      within,
    ),
    categoryOf,
  );
}

/** How a view of these rows is written: of all of them, or of the calls among them. */
export function shownUsage(
  rows: readonly UsageRow[],
  charges: ShownCharges,
  part: "called" | "all",
): ShownUsage {
  const total = part === "called" ? charges.called : charges.total;
  const days = new Map<string, string[]>();
  for (const { day = "", charge } of rows) {
    const known = days.get(day);
    if (known) known.push(charge);
    else days.set(day, [charge]);
  }
  const sums = new Map([...days].map(([day, its]) => [day, sumOf(its)]));
  const groups = [...charges.groups];
  return {
    total,
    groups: Object.fromEntries(groups.map(([key, group]) => [key, group[part]])),
    shares: Object.fromEntries(groups.map(([key, { share }]) => [key, share])),
    days: Object.fromEntries(shownDays(sums, total)),
  };
}

/** The rows that are calls. */
export function calledRows<Row extends UsageRow>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => isCalled(categoryIn(row)));
}

/** What named none, by what it is: "No model: Storage, Guardrails and 2 more". What cost most is said first. */
export function noneInWords(rows: readonly UsageRow[], by: Dimension): string {
  const charges = new Map<string, bigint>();
  for (const row of rows)
    if ((row[by] ?? "") === "") {
      const category = categoryIn(row);
      charges.set(category, (charges.get(category) ?? 0n) + parseScaled(row.charge, 9));
    }
  const most = [...charges].sort(([, left], [, right]) => (right > left ? 1 : right < left ? -1 : 0));
  const names = most.map(([category]) => categoryLabel(category));
  if (by !== "model" || names.length === 0) return noneOf(by);
  if (names.length <= 3) return `${noneOf(by)}: ${names.join(", ")}`;
  return `${noneOf(by)}: ${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}
