import type { Sql } from "@/lib/db/sql";
import type { WorkScope } from "@/lib/ledger/types";
import { isUuid } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { covers } from "./rules/covers";
import type { BudgetMode, BudgetPeriod, BudgetScope, Closed, Limit } from "./rules/limit";
import { closedTo, type MandateTerms } from "./rules/mandate";

/** What a statement about budgets reads. A member's id is a name as good as their e-mail. */
export const BUDGET_COLUMNS = `b.id::text AS id, b.name, b.scope::text AS scope, b.scope_value, b.period::text AS period,
  b.mode::text AS mode, b.limit_amount, b.starts_on::text AS starts_on, u.id::text AS user_id`;
export const BUDGETS = "budgets b LEFT JOIN users u ON b.scope = 'member' AND u.email = b.scope_value";

export interface BudgetRecord {
  id: string;
  name: string;
  scope: BudgetScope;
  scope_value: string;
  period: BudgetPeriod;
  mode: BudgetMode;
  limit_amount: bigint;
  starts_on: string;
  user_id: string | null;
}

/** A row as a limit. */
export function limitOf(row: BudgetRecord): Limit {
  return {
    id: row.id,
    name: row.name,
    kind: "budget",
    scope: row.scope,
    scopeValue: row.scope_value,
    names: row.user_id === null ? [row.scope_value] : [row.scope_value, row.user_id],
    period: row.period,
    mode: row.mode,
    limit: nano(row.limit_amount),
    startsOn: row.starts_on,
    validUntil: null,
    closed: null,
  };
}

// By the unique index: one probe for each thing that work names.
const COVERING = `b.account_id = $1::uuid AND b.archived_at IS NULL AND (
  (b.scope = 'account' AND b.scope_value = '')
  OR (b.scope = 'team' AND b.scope_value = $2) OR (b.scope = 'project' AND b.scope_value = $3)
  OR (b.scope = 'key' AND b.scope_value = $4) OR (b.scope = 'feature' AND b.scope_value = $5)
  OR (b.scope = 'member' AND b.scope_value IN ($6, (SELECT email FROM users WHERE id = $7::uuid))))`;

function coveringValues(accountId: string, work: WorkScope): unknown[] {
  const member = work.member.toLowerCase();
  return [
    accountId,
    work.team,
    work.project,
    work.keyId,
    work.feature,
    member,
    isUuid(member) ? member : null,
  ];
}

/** Whether any hard budget covers the work. */
export async function hasHardBudget(sql: Sql, accountId: string, work: WorkScope): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM budgets b WHERE b.mode = 'hard' AND ${COVERING} LIMIT 1`,
    coveringValues(accountId, work),
  );
  return rows.length > 0;
}

/** The live budgets that cover the work, in the order of their ids; `lock` takes the hard ones alone, and keeps them. */
export async function findBudgets(
  sql: Sql,
  accountId: string,
  work: WorkScope,
  { lock }: { lock: boolean },
): Promise<Limit[]> {
  const rows = await sql.query<BudgetRecord>(
    `SELECT ${BUDGET_COLUMNS} FROM ${BUDGETS} WHERE ${COVERING}${lock ? " AND b.mode = 'hard'" : ""}
     ORDER BY b.id${lock ? " FOR UPDATE OF b" : ""}`,
    coveringValues(accountId, work),
  );
  // The statement finds by its index; the rule decides.
  return rows.map(limitOf).filter((limit) => covers(limit, work));
}

interface MandateRecord extends Omit<MandateTerms, "validUntil"> {
  id: string;
  title: string;
  amount: bigint;
  valid_until: Date | null;
}

/**
 * The mandate that work names, as a limit; none when it names none.
 * @throws Refusal `invalid_request` for one that this account does not have.
 */
export async function findMandate(
  sql: Sql,
  accountId: string,
  work: WorkScope,
  now: Date,
  { lock }: { lock: boolean },
): Promise<Limit[]> {
  if (work.mandate === "") return [];
  const [row] = isUuid(work.mandate)
    ? await sql.query<MandateRecord>(
        `SELECT id::text AS id, title, status::text AS status, amount, valid_until, models, features, member, team, project
         FROM approvals WHERE account_id = $1::uuid AND id = $2::uuid AND kind = 'mandate'${lock ? " FOR UPDATE" : ""}`,
        [accountId, work.mandate],
      )
    : [];
  if (!row) throw invalid("mandate", "is no mandate of this account");
  const { id, title, amount, valid_until: validUntil, ...terms } = row;
  return [mandateLimit({ id, title, amount, validUntil }, closedTo({ ...terms, validUntil }, work, now))];
}

/** A mandate as a limit, for whoever has read it. */
export function mandateLimit(
  { id, title, amount, validUntil }: { id: string; title: string; amount: bigint; validUntil: Date | null },
  closed: Closed | null = null,
): Limit {
  return {
    id,
    name: title,
    kind: "mandate",
    scope: "mandate",
    scopeValue: id,
    names: [id],
    period: "total",
    mode: "hard",
    limit: nano(amount),
    startsOn: null,
    validUntil,
    closed,
  };
}
