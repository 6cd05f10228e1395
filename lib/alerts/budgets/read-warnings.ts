import { periodOf } from "@/lib/budgets/rules/period";
import type { BudgetPeriod } from "@/lib/budgets/rules/limit";
import type { Sql } from "@/lib/db/sql";
import type { AlertBanner } from "../rules/banner";
import { budgetInWords, othersInWords } from "./words";

interface Row {
  id: string;
  name: string;
  mode: "hard" | "warn";
  period: BudgetPeriod;
  starts_on: string;
  period_from: string;
  limit_amount: bigint;
  percent: number;
}

// From what the sweep has found, so that a page never sums usage.
const WARNINGS = `
SELECT DISTINCT ON (b.id) b.id::text AS id, b.name, b.mode::text AS mode, b.period::text AS period, b.starts_on::text AS starts_on,
  c.period_from::text AS period_from, c.limit_amount, c.percent
FROM budget_crossings c
JOIN budgets b ON b.account_id = c.account_id AND b.id = c.budget_id AND b.limit_amount = c.limit_amount AND b.archived_at IS NULL
WHERE c.account_id = $1::uuid ORDER BY b.id, c.period_from DESC, c.percent DESC`;

/** The banner of the budget that is used up most, and how many others are; null when none is near its end. */
export async function budgetBanner(sql: Sql, accountId: string, now: Date): Promise<AlertBanner | null> {
  const rows = await sql.query<Row>(WARNINGS, [accountId]);
  const current = rows
    .filter((row) => (periodOf(row.period, row.starts_on, now).from ?? row.starts_on) === row.period_from)
    .sort((a, b) => b.percent - a.percent);
  const [worst] = current;
  if (!worst) return null;
  const others = current.length - 1;
  return {
    topic: `budget:${worst.id}`,
    series: `${worst.period_from} ${worst.limit_amount}`,
    rank: worst.percent.toString(),
    isFixed: false,
    tone: "warn",
    title: `${budgetInWords(worst)}.`,
    text: [
      worst.percent < 100
        ? "Usage goes on until it is used up."
        : worst.mode === "hard"
          ? "New work that it covers is refused."
          : "It only warns, and nothing is refused.",
      ...(others > 0 ? [othersInWords(others)] : []),
    ].join(" "),
    button: { label: "See the budgets", href: "/settings/budgets" },
  };
}
