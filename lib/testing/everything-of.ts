import pg from "pg";

/**
 * All rows of an account and of its people, as a digest for each table, read as the owner of the tables. Two of them
 * that are equal show that nothing was changed in between. When a session was last seen is no change: its own person is seen in the tests.
 */
export async function everythingOf(
  accountId: string,
  userIds: readonly string[],
): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ table_name: string; column_name: string }>(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND (column_name IN ('account_id', 'user_id') OR (table_name IN ('accounts', 'users') AND column_name = 'id'))`,
    );
    const digests: Record<string, string> = {};
    for (const { table_name: table, column_name: column } of columns) {
      const ids = table === "users" || column === "user_id" ? userIds : [accountId];
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(r, ',' ORDER BY r)), '') AS digest FROM (SELECT (to_jsonb(t) - 'last_seen_at')::text AS r FROM ${table} t WHERE ${column} = ANY ($1::uuid[])) rows`,
        [ids],
      );
      digests[`${table} by ${column}`] = rows[0]?.digest ?? "";
    }
    return digests;
  } finally {
    await client.end();
  }
}
