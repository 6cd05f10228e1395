import pg from "pg";
import { afterAll, beforeAll } from "vitest";

/** SQLSTATEs of what a table refuses; names of constraints are not looked at. */
export const CHECK = "23514";
export const UNIQUE = "23505";
export const FOREIGN_KEY = "23503";
/** A right that is not given, or a row of another account. */
export const DENIED = "42501";

/** Columns with their values as SQL. */
export type Row = Record<string, string>;

/** An INSERT into a table without an account. */
export function insertInto(table: string, row: Row): string {
  return `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;
}

/** An INSERT of the account in which it is tried. */
export function insert(table: string, row: Row, changes: Row = {}): string {
  return insertInto(table, { account_id: "'@account'", ...row, ...changes });
}

/**
 * Tries statements by hand in an account, as the application's user: gives the SQLSTATE that the last of them ends with, or "none". `@account`
 * stands for the account, which may be made after the statements are written. Whatever is tried is rolled back.
 */
export function byHand(accountId: () => string): (...statements: string[]) => Promise<string> {
  let app: pg.Client;
  beforeAll(async () => {
    app = new pg.Client(process.env.DATABASE_URL);
    await app.connect();
  });
  afterAll(() => app.end());
  return async (...statements) => {
    await app.query(`BEGIN; SET LOCAL app.account_id = '${accountId()}'`);
    try {
      for (const statement of statements) await app.query(statement.replaceAll("@account", accountId()));
      return "none";
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? "?") : String(error);
    } finally {
      await app.query("ROLLBACK");
    }
  };
}
