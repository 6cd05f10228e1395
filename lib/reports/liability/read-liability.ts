import { accountsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { anyDueBefore } from "@/lib/deployments/sweep";
import { add, type Nano, ZERO } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import { isSettled } from "../is-settled";
import { readAhead } from "./read-ahead";
import { readChanges } from "./read-changes";
import { type Age, agesOf } from "./rules/ages";
import { type Ahead, type CreditMonth, endOfMonth, monthAfter, monthsOf } from "./rules/months";
import { type Worth, worth } from "./rules/worth";
import { type Month, type OpenGrant, type PoolChange, POOLS, splitByPool } from "./rules/pools";

/** What one account has at the end of the month. */
export interface AccountCredit {
  id: string;
  name: string;
  paid: Nano;
  free: Nano;
  /** Below zero. */
  owed: Nano;
  /** What of its use was charged for time to come. */
  ahead: Nano;
  /** What of both is still to be earned. */
  worth: Readonly<{ unused: Worth; ahead: Worth }>;
}

/** Credit liability and revenue up to the end of a month. */
export interface Liability {
  /** From the first month of the books on. */
  months: CreditMonth[];
  ages: Age[];
  /** Those with any credit or debt, and those that were charged for time to come: the largest paid credit first. */
  accounts: AccountCredit[];
  tie: Tie;
  /** False while more can be posted in the month: it is not over, or what was due in it is not done. */
  isFinal: boolean;
}

/** Whether the report is the ledger. */
export interface Tie {
  accounts: number;
  /** The sum of the balances that the ledger has at that moment. */
  ledger: Nano;
  /** The sum of the three pools. */
  report: Nano;
  /** Accounts where the two differ by a nano-credit or more. There are none unless somebody changed the books by hand. */
  differing: string[];
}

/** Reads the books of all accounts, as of the end of a month or of now, in one moment. */
export async function readLiability(last: Month, creditValue: PicoUsd, now = new Date()): Promise<Liability> {
  const end = endOfMonth(last);
  const at = end < now ? end : now;
  const { isDone, accounts, tie, ...seen } = await readAcrossAccounts(async (sql) => ({
    ...(await readAll(sql, { last, end, at, creditValue })),
    isDone: !(await anyDueBefore(sql, end)),
  }));
  return {
    accounts,
    tie,
    months: monthsOf(seen.changes, last, seen.ahead),
    ages: agesOf(seen.open, at),
    isFinal: isDone && isSettled(end, now),
  };
}

interface Seen extends Pick<Liability, "accounts" | "tie"> {
  changes: Omit<PoolChange, "accountId" | "no">[];
  open: OpenGrant[];
  ahead: Ahead[];
}

interface Asked {
  last: Month;
  /** Of the last month. */
  end: Date;
  /** That, or now where it is to come. */
  at: Date;
  creditValue: PicoUsd;
}

async function readAll(sql: Sql, asked: Asked): Promise<Seen> {
  const seen: Seen = {
    changes: [],
    open: [],
    accounts: [],
    ahead: [],
    tie: { accounts: 0, ledger: ZERO, report: ZERO, differing: [] },
  };
  for await (const accounts of accountsInTurn(sql)) await readSome(sql, accounts, asked, seen);
  seen.accounts.sort((one, other) => Number(other.paid - one.paid) || one.name.localeCompare(other.name));
  return seen;
}

async function readSome(
  sql: Sql,
  accounts: readonly { id: string; name: string }[],
  { last, end, at, creditValue }: Asked,
  seen: Seen,
): Promise<void> {
  const ids = accounts.map(({ id }) => id);
  const read = await readChanges(sql, ids, end);
  const { changes, open } = splitByPool(read.changes, read.grants, creditValue);
  seen.open.push(...open);
  const first = changes.reduce((least, { month }) => (month < least ? month : least), last);
  const ends: { month: Month; at: Date }[] = [];
  for (let month = first; month < last; month = monthAfter(month))
    ends.push({ month, at: endOfMonth(month) });
  const sums = new Map(accounts.map(({ id, name }) => [id, sumsOf(id, name)]));
  for (const { accountId, ...ahead } of await readAhead(
    sql,
    ids,
    [...ends, { month: last, at }],
    creditValue,
  )) {
    seen.ahead.push(ahead);
    const sum = ahead.month === last ? sums.get(accountId) : undefined;
    if (!sum) continue;
    sum.ahead = add(sum.ahead, ahead.amount);
    sum.worth.ahead = worth(sum.worth.ahead + ahead.worth);
  }
  for (const { accountId, no: _no, ...change } of changes) {
    seen.changes.push(change);
    const sum = sums.get(accountId);
    if (!sum) continue;
    sum[change.pool] = add(sum[change.pool], change.amount);
    if (change.pool === "paid") sum.worth.unused = worth(sum.worth.unused + change.worth);
  }
  for (const sum of sums.values()) {
    const ledger = read.balances.get(sum.id) ?? ZERO;
    const report = POOLS.reduce((total, pool) => add(total, sum[pool]), ZERO);
    seen.tie.accounts += 1;
    seen.tie.ledger = add(seen.tie.ledger, ledger);
    seen.tie.report = add(seen.tie.report, report);
    if (ledger !== report) seen.tie.differing.push(sum.id);
    if (sum.ahead !== ZERO || POOLS.some((pool) => sum[pool] !== ZERO)) seen.accounts.push(sum);
  }
}

function sumsOf(id: string, name: string) {
  const nothing = { paid: ZERO, free: ZERO, owed: ZERO, ahead: ZERO };
  return { id, name, ...nothing, worth: { unused: worth(0n), ahead: worth(0n) } };
}
