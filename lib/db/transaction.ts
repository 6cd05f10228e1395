import type pg from "pg";
import { isUuid } from "@/lib/values/ids";
import { prisma, readers, reporters } from "./client";
import type { Prisma } from "./generated/client";
import type { Sql } from "./sql";

/** A transaction that sees the accounts it was opened for, and no others. */
export type Tx = Prisma.TransactionClient;

const LIMITS = { maxWait: 10_000, timeout: 30_000 };

// SET takes no parameters, and the account of row-level security must be set by SET LOCAL: a uuid is safe as a literal.
function setAccounts(accountIds: readonly string[]): string {
  const foreign = accountIds.find((id) => !isUuid(id));
  if (foreign !== undefined) throw new Error(`not an account id: ${foreign}`);
  return `SET LOCAL app.account_id = '${accountIds.join(",")}'`;
}

/** `BEGIN` and the accounts, as one statement for a plain connection. An empty list means every account. */
export function beginFor(accountIds: readonly string[] | "every account"): string {
  return accountIds === "every account"
    ? "BEGIN; SET LOCAL app.every_account = 'on'"
    : `BEGIN; ${setAccounts(accountIds)}`;
}

/** Runs a transaction that sees one account. Verbs take its `tx` and join it. Half a minute, where no other time is given. */
export function inAccount<T>(
  accountId: string,
  run: (tx: Tx) => Promise<T>,
  timeout = LIMITS.timeout,
): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(setAccounts([accountId]));
      return run(tx);
    },
    { ...LIMITS, timeout },
  );
}

/**
 * Runs a transaction that sees all accounts: to find out whose request it is, for operators, and for sweepers that look
 * for work. What they find they handle with `inAccount`.
 */
export function acrossAccounts<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRawUnsafe("SET LOCAL app.every_account = 'on'");
    return run(tx);
  }, LIMITS);
}

/** Raw SQL inside a Prisma transaction. */
export function sqlOf(tx: Tx): Sql {
  return {
    query: <Row>(text: string, values: readonly unknown[] = []) => tx.$queryRawUnsafe<Row[]>(text, ...values),
  };
}

/** Raw SQL on a plain connection. */
export function sqlOn(connection: pg.ClientBase): Sql {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await connection.query({ text, values: [...values] })).rows as Row[],
  };
}

/** A consistent look at one account: every query in `run` sees the same moment. */
export function readInAccount<T>(accountId: string, run: (sql: Sql) => Promise<T>): Promise<T> {
  return readOn(beginFor([accountId]), run);
}

/** A consistent look at all accounts, for operators and checks. */
export function readAcrossAccounts<T>(run: (sql: Sql) => Promise<T>): Promise<T> {
  return readOn(beginFor("every account"), run);
}

/**
 * Writes to several accounts at once on a plain connection: for what many requests share. It gives up where it must wait long for a lock, so that one
 * account's trouble is nobody else's: the caller then tries each by itself.
 */
export function writeInAccounts<T>(accountIds: readonly string[], run: (sql: Sql) => Promise<T>): Promise<T> {
  return onPlain(`${beginFor(accountIds)}; SET LOCAL lock_timeout = '500ms'`, run);
}

/** The same on the connections that are for reports, and each statement ends after so long. For `report`, which sees to the rest. */
export function readForReport<T>(
  accountId: string,
  limitMs: number,
  run: (sql: Sql) => Promise<T>,
): Promise<T> {
  const begin = `${beginFor([accountId])}; SET LOCAL statement_timeout = ${Math.round(limitMs)}`;
  return readOn(begin, run, reporters());
}

function readOn<T>(begin: string, run: (sql: Sql) => Promise<T>, pool = readers()): Promise<T> {
  return onPlain(begin.replace("BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), run, pool);
}

async function onPlain<T>(begin: string, run: (sql: Sql) => Promise<T>, pool = readers()): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query(begin);
    const result = await run(sqlOn(connection));
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    await connection.query("ROLLBACK").catch((fault: Error) => (broken = fault));
    throw error;
  } finally {
    connection.release(broken);
  }
}
