import type { Sql } from "@/lib/db/sql";
import type { Permission } from "@/lib/values/context";
import type { Hit } from "./hit";

/** Names that begin as asked come first. */
const ORDER = "ORDER BY (title NOT ILIKE $3), title, id LIMIT 5";

const NAMED: readonly { needs: Permission; sql: string }[] = [
  {
    needs: "usage:read",
    sql: `SELECT kind::text AS kind, id, name AS title, id AS note, parent AS within FROM resources
      WHERE account_id = $1::uuid AND (name ILIKE $2 OR id ILIKE $2)`,
  },
  {
    needs: "members:read",
    sql: `SELECT 'member' AS kind, u.id::text AS id, u.name AS title, u.email AS note, NULL::text AS within
      FROM members m JOIN users u ON u.id = m.user_id
      WHERE m.account_id = $1::uuid AND m.disabled_at IS NULL AND (u.name ILIKE $2 OR u.email ILIKE $2)`,
  },
  {
    needs: "account:read",
    sql: `SELECT 'team' AS kind, id::text AS id, name AS title, slug AS note, NULL::text AS within FROM teams
      WHERE account_id = $1::uuid AND archived_at IS NULL AND (name ILIKE $2 OR slug ILIKE $2)`,
  },
  {
    needs: "account:read",
    sql: `SELECT 'project' AS kind, id::text AS id, name AS title, slug AS note, NULL::text AS within FROM projects
      WHERE account_id = $1::uuid AND archived_at IS NULL AND (name ILIKE $2 OR slug ILIKE $2)`,
  },
  {
    needs: "keys:read",
    sql: `SELECT 'key' AS kind, id::text AS id, name AS title, prefix || '…' AS note, NULL::text AS within FROM api_keys
      WHERE account_id = $1::uuid AND revoked_at IS NULL AND (name ILIKE $2 OR id::text = $4)`,
  },
  {
    needs: "usage:read",
    sql: `SELECT 'budget' AS kind, id::text AS id, name AS title, period::text AS note, NULL::text AS within FROM budgets
      WHERE account_id = $1::uuid AND archived_at IS NULL AND (name ILIKE $2 OR id::text = $4)`,
  },
];

/** The things of the account whose name holds the text, as far as the one who asks may see them. */
export async function findByNames(
  sql: Sql,
  accountId: string,
  text: string,
  permissions: ReadonlySet<Permission>,
): Promise<Hit[]> {
  const part = text.replace(/[\\%_]/g, "\\$&");
  const hits: Hit[] = [];
  for (const { needs, sql: named } of NAMED) {
    if (!permissions.has(needs)) continue;
    const rows = await sql.query<Omit<Hit, "transaction">>(
      `SELECT * FROM (${named}) AS named WHERE $4::text IS NOT NULL ${ORDER}`,
      [accountId, `%${part}%`, `${part}%`, text],
    );
    hits.push(...rows.map((row) => ({ ...row, transaction: null })));
  }
  return hits;
}
