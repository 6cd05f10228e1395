import { readers } from "@/lib/db/client";
import { isUuid } from "@/lib/values/ids";
import type { Permission } from "@/lib/values/context";
import { hashKey } from "./hash-key";

/** A key that is in force, with the account that it acts on. */
export interface KnownKey {
  id: string;
  name: string;
  /** The account of the key itself; none for a platform key. */
  accountId: string | null;
  scopes: Permission[];
  /** The account asked for, or the key's own: whether it exists and is open. */
  accountOpen: boolean;
}

interface Row {
  id: string;
  name: string;
  account_id: string | null;
  scopes: Permission[];
  account_open: boolean;
  unmarked: boolean;
}

/**
 * Finds a key by its HMAC. Asked on every request and never remembered, so that a revoked key is refused at once in
 * every process. `namedAccount` is the account that a platform key wants to act on.
 */
export async function findKey(key: string, namedAccount: string | null): Promise<KnownKey | null> {
  if (namedAccount !== null && !isUuid(namedAccount)) throw new Error("the caller checks the account's form");
  // One round trip instead of four: the values are a hex digest and a checked uuid, so that they are safe as literals.
  const answers = await readers().query(`
    BEGIN READ ONLY; SET LOCAL app.every_account = 'on';
    SELECT k.id, k.name, k.account_id, k.scopes, a.id IS NOT NULL AS account_open,
      coalesce(k.last_used_at < now() - interval '1 minute', true) AS unmarked
    FROM api_keys k
    LEFT JOIN accounts a ON a.id = coalesce(k.account_id, ${namedAccount ? `'${namedAccount}'::uuid` : "NULL"}) AND a.status = 'active'
    WHERE k.hash = '\\x${hashKey(key).toString("hex")}'
      AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
    COMMIT`);
  const row = rowsOf(answers)[0];
  if (!row) return null;
  if (row.unmarked) void markUsed(row.id);
  return {
    id: row.id,
    name: row.name,
    accountId: row.account_id,
    scopes: row.scopes,
    accountOpen: row.account_open,
  };
}

// The driver answers a list of statements with a list of results, which its types do not know.
function rowsOf(answers: unknown): Row[] {
  return (answers as { rows: Row[] }[])[2]?.rows ?? [];
}

// At most one write a minute for a key, and no request waits for it. If it fails, the next request tries again.
async function markUsed(id: string): Promise<void> {
  await readers()
    .query(
      "UPDATE api_keys SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')",
      [id],
    )
    .catch(() => undefined);
}
