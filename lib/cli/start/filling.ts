import { existsSync, rmSync, writeFileSync } from "node:fs";
import pg from "pg";

/** What a database holds already. */
export interface Filling {
  /** Rates, and the account of the demo if one is named. */
  isFilled: boolean;
  /** Nobody's account: nothing would be lost with it. */
  isEmpty: boolean;
}

export function readFilling(ownerUrl: string, accountId: string | undefined): Promise<Filling> {
  return onDatabase(ownerUrl, async (client) => {
    await client.query("SET app.every_account = 'on'");
    const { rows } = await client.query<Filling>(
      `SELECT EXISTS (SELECT FROM rate_cards) AND ($1::uuid IS NULL OR EXISTS (SELECT FROM accounts WHERE id = $1)) AS "isFilled",
              NOT EXISTS (SELECT FROM accounts) AS "isEmpty"`,
      [accountId],
    );
    return rows[0] ?? { isFilled: false, isEmpty: false };
  });
}

/** Notes, for a start that is killed while the demo is being made, that the database held nothing else. */
export function noteHalfDemo(note: string): void {
  writeFileSync(note, "");
}

export function forgetHalfDemo(note: string): void {
  rmSync(note, { force: true });
}

/** Begins again with an empty database when the last start was killed while it made the demo. */
export async function discardHalfDemo(note: string, ownerUrl: string): Promise<void> {
  if (!existsSync(note)) return;
  const server = new URL(ownerUrl);
  const name = pg.escapeIdentifier(server.pathname.slice(1));
  server.pathname = "/postgres";
  await onDatabase(server.href, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  });
  forgetHalfDemo(note);
}

async function onDatabase<Result>(url: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
