import pg from "pg";

/** Made when it is first asked: a question at each test's end would else cost a connection each. */
let owner: pg.Pool | undefined;
let question: Promise<string> | undefined;

/**
 * All rows of an account and of its people, as a digest for each table, read as the owner of the tables. Two of them
 * that are equal show that nothing was changed in between. When a session was last seen is no change: its own person is seen in the tests.
 */
export async function everythingOf(
  accountId: string,
  userIds: readonly string[],
): Promise<Record<string, string>> {
  owner ??= ownersPool();
  question ??= digestsOf(owner);
  const { rows } = await owner.query<{ what: string; digest: string }>({
    // Planned once.
    name: "everything",
    text: await question,
    values: [[accountId], userIds],
  });
  return Object.fromEntries(rows.map(({ what, digest }) => [what, digest]));
}

function ownersPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: process.env.TEST_OWNER_URL,
    max: 1,
    allowExitOnIdle: true,
  });
  // The database is dropped when the tests are over, whoever is still connected.
  pool.on("error", () => undefined);
  return pool;
}

/** One question about every table that names an account or a person. */
async function digestsOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name IN ('account_id', 'user_id') OR (table_name IN ('accounts', 'users') AND column_name = 'id'))`,
  );
  return rows
    .map(({ table_name: table, column_name: column }) => {
      const ids = table === "users" || column === "user_id" ? "$2" : "$1";
      return `SELECT '${table} by ${column}' AS what, count(*) || ' ' || coalesce(md5(string_agg(r, ',' ORDER BY r)), '') AS digest
        FROM (SELECT (to_jsonb(t) - 'last_seen_at')::text AS r FROM ${table} t WHERE ${column} = ANY (${ids}::uuid[])) rows`;
    })
    .join("\nUNION ALL ");
}
