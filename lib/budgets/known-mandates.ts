import { readInAccount } from "@/lib/db/transaction";

/** Those of the ids that are mandates which a person of this account has approved, whether they have ended since or not. */
export async function knownMandates(accountId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<{ id: string }>(
      `SELECT id::text AS id FROM approvals
       WHERE account_id = $1::uuid AND id = ANY ($2::uuid[]) AND kind = 'mandate' AND valid_until IS NOT NULL`,
      [accountId, ids],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}
