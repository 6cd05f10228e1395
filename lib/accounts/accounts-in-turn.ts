import type { Sql } from "@/lib/db/sql";

/** So many accounts are read by one statement. */
const ACCOUNTS_AT_ONCE = 200;

interface Named {
  id: string;
  name: string;
}

/** All accounts in lists, each short enough to be read by one statement; only one of them, where it is named. For transactions that see every account. */
export async function* accountsInTurn(sql: Sql, only?: string): AsyncGenerator<Named[], void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const accounts = await sql.query<Named>(
      `SELECT id, name FROM accounts WHERE id > $1::uuid AND ($2::uuid IS NULL OR id = $2::uuid) ORDER BY id LIMIT ${ACCOUNTS_AT_ONCE}`,
      [after, only ?? null],
    );
    const last = accounts.at(-1);
    if (!last) return;
    yield accounts;
    after = last.id;
  }
}

/** The same by their ids alone. */
export async function* accountIdsInTurn(sql: Sql, only?: string): AsyncGenerator<string[], void> {
  for await (const accounts of accountsInTurn(sql, only)) yield accounts.map(({ id }) => id);
}
