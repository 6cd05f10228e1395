import type { Sql } from "@/lib/db/sql";
import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { notFound } from "@/lib/values/refusal";
import { stateAnswer } from "./budget-answer";
import { BUDGET_COLUMNS, type BudgetRecord, BUDGETS, limitOf } from "./find-limits";
import { readStates } from "./read-states";
import type { BudgetAnswer } from "./schema";

interface ListedRecord extends BudgetRecord {
  created_at: Date;
  created_by: string;
  archived_at: Date | null;
}

const SELECT = `SELECT ${BUDGET_COLUMNS}, b.created_at, b.created_by, b.archived_at FROM ${BUDGETS}`;

/** The account's live budgets as they stand at `now`, those of the account first. */
export async function listBudgets(ctx: Context, now = new Date()): Promise<BudgetAnswer[]> {
  requirePermission(ctx, "usage:read");
  return readInAccount(ctx.accountId, async (sql) => {
    const rows = await sql.query<ListedRecord>(
      `${SELECT} WHERE b.account_id = $1::uuid AND b.archived_at IS NULL ORDER BY b.scope, b.scope_value, b.period, b.mode`,
      [ctx.accountId],
    );
    return answersOf(sql, ctx.accountId, rows, now);
  });
}

/** One budget as it stands, archived ones too. @throws Refusal `not_found` */
export async function readBudget(ctx: Context, id: string, now = new Date()): Promise<BudgetAnswer> {
  requirePermission(ctx, "usage:read");
  return findBudget(ctx.accountId, id, now);
}

/** The same for verbs that have checked what they need. */
export async function findBudget(accountId: string, id: string, now = new Date()): Promise<BudgetAnswer> {
  if (!isUuid(id)) throw notFound("budget");
  return readInAccount(accountId, async (sql) => {
    const rows = await sql.query<ListedRecord>(
      `${SELECT} WHERE b.account_id = $1::uuid AND b.id = $2::uuid`,
      [accountId, id],
    );
    const [answer] = await answersOf(sql, accountId, rows, now);
    if (!answer) throw notFound("budget");
    return answer;
  });
}

async function answersOf(
  sql: Sql,
  accountId: string,
  rows: readonly ListedRecord[],
  now: Date,
): Promise<BudgetAnswer[]> {
  const states = await readStates(sql, accountId, rows.map(limitOf), now);
  return rows.flatMap((row, index) => {
    const state = states[index];
    if (!state) return [];
    return {
      id: row.id,
      name: row.name,
      scope: row.scope,
      scope_value: row.scope_value,
      period: row.period,
      mode: row.mode,
      starts_on: row.starts_on,
      ...stateAnswer(state),
      resets_at: state.resetsAt?.toISOString() ?? null,
      created_at: row.created_at.toISOString(),
      created_by: row.created_by,
      archived_at: row.archived_at?.toISOString() ?? null,
    };
  });
}
