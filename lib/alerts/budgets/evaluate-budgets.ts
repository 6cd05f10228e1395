import { BUDGET_COLUMNS, type BudgetRecord, BUDGETS, limitOf } from "@/lib/budgets/find-limits";
import { readStates } from "@/lib/budgets/read-states";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import { periodOf } from "@/lib/budgets/rules/period";
import type { Sql } from "@/lib/db/sql";
import { inAccount, readInAccount, sqlOf } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/letter";
import type { Mail } from "@/lib/mail/mail";
import { formatCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { announce } from "@/lib/webhooks/announce";
import { queueLetters } from "../letters/queue-letters";
import { lockState } from "../lock-state";
import { addressesOf, readReaders } from "../receivers";
import { MONEY_ROLES } from "../rules/defaults";
import { budgetLetter } from "./letter";
import { budgetInWords, spentInWords } from "./words";

/** Of a budget's limit, what was spent. What is only held may come back, and is not told. */
const PERCENTS = [80, 100] as const;

interface Crossed {
  budget: BudgetState;
  from: string;
  percent: number;
}

/**
 * Holds an account's budgets against its usage, and tells those who answer for its money what is nearly used up or used up: once for each
 * budget, period and limit, in the commit that puts it into the books, whoever looks and however often.
 */
export async function evaluateBudgets(accountId: string, now = new Date()): Promise<void> {
  const found = await readInAccount(accountId, (sql) => readCrossed(sql, accountId, now));
  const readers = found.length > 0 ? await readReaders(accountId) : null;
  const recipients = readers ? addressesOf({ roles: MONEY_ROLES, emails: [] }, readers) : [];
  const letters = new Map<Crossed, Mail>();
  for (const crossed of found) {
    // One that is used up at once is told once, as used up.
    if (found.some((other) => other.budget.id === crossed.budget.id && other.percent > crossed.percent))
      continue;
    const content = budgetLetter({ accountId, accountName: readers?.accountName ?? "", ...crossed });
    letters.set(crossed, await writeLetter({ template: "budget-alert", ...content }));
  }
  await inAccount(accountId, async (tx) => {
    await lockState(tx, accountId, "credit");
    for (const crossed of found) {
      const { budget, from, percent } = crossed;
      const mail = letters.get(crossed);
      const isNew = await sqlOf(tx).query(
        `INSERT INTO budget_crossings (account_id, budget_id, period_from, limit_amount, percent, spent, mails)
         VALUES ($1::uuid, $2::uuid, $3::date, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING percent`,
        [accountId, budget.id, from, budget.limit, percent, budget.spent, mail ? recipients.length : 0],
      );
      if (isNew.length === 0) continue;
      const key = `budget:${budget.id}:${from}:${budget.limit}:${percent}`;
      await announce(tx, accountId, "budget.threshold_crossed", eventOf(crossed), { cause: key });
      if (mail) await queueLetters(tx, accountId, { key, mail, recipients, line: lineOf(crossed) }, now);
    }
    await tx.alertState.update({
      where: { accountId_unit: { accountId, unit: "credit" } },
      data: { budgetsSeenAt: now },
    });
  });
}

function eventOf({ budget, from, percent }: Crossed) {
  const { id, name, limit, spent, mode } = budget;
  return {
    budget_id: id,
    name,
    percent,
    limit: formatCredits(limit),
    spent: formatCredits(spent),
    period_from: from,
    mode,
  };
}

function lineOf({ budget, percent }: Crossed): string {
  const { name, spent, limit } = budget;
  return `${budgetInWords({ name, percent })}. ${spentInWords({ spent, limit })}`;
}

async function readCrossed(sql: Sql, accountId: string, now: Date): Promise<Crossed[]> {
  const rows = await sql.query<BudgetRecord>(
    `SELECT ${BUDGET_COLUMNS} FROM ${BUDGETS} WHERE b.account_id = $1::uuid AND b.archived_at IS NULL ORDER BY b.id`,
    [accountId],
  );
  const states = await readStates(sql, accountId, rows.map(limitOf), now);
  const reached = states.flatMap((budget) => {
    const from = periodOf(budget.period, budget.startsOn, now).from ?? utcDay(now);
    return PERCENTS.filter((percent) => budget.spent * 100n >= budget.limit * BigInt(percent)).map(
      (percent) => ({
        budget,
        from,
        percent,
      }),
    );
  });
  if (reached.length === 0) return [];
  const known = await sql.query<{ key: string }>(
    `SELECT budget_id || ' ' || period_from || ' ' || limit_amount || ' ' || percent AS key FROM budget_crossings
     WHERE account_id = $1::uuid AND budget_id = ANY ($2::uuid[])`,
    [accountId, reached.map(({ budget }) => budget.id)],
  );
  const told = new Set(known.map(({ key }) => key));
  return reached.filter(
    ({ budget, from, percent }) => !told.has(`${budget.id} ${from} ${budget.limit} ${percent}`),
  );
}
