import type { Sql } from "@/lib/db/sql";
import { isUuid, parseTransactionId, transactionId, type Unit } from "@/lib/values/ids";
import type { Permission } from "@/lib/values/context";
import type { Hit } from "./hit";

interface Row {
  kind: Hit["kind"];
  id: string;
  title: string;
  note: string;
  unit: Unit;
  seq: bigint | null;
  within: string | null;
}

// Each by its key. An event without a row of its own was charged with others, or cost nothing.
const BY_ID = `
SELECT 'usage_event' AS kind, id, concat_ws(' · ', feature, nullif(model, '')) AS title, '' AS note,
  unit::text AS unit, seq, (occurred_at AT TIME ZONE 'UTC')::date::text AS within
FROM usage_events WHERE account_id = $1::uuid AND id = $2
UNION ALL
SELECT 'instance', id, initcap(replace(kind::text, '_', ' ')) || ' #' || id, status::text, 'credit', NULL, NULL
FROM instances WHERE account_id = $1::uuid AND id = $2`;

const BY_UUID = `
SELECT 'hold' AS kind, id::text AS id, description AS title, status::text AS note, unit::text AS unit,
  coalesce(ended_seq, opened_seq) AS seq, NULL AS within
FROM holds WHERE account_id = $1::uuid AND id = $2::uuid
UNION ALL
SELECT CASE kind WHEN 'mandate' THEN 'mandate' ELSE 'approval' END, id::text, title, status::text, unit::text, NULL, NULL
FROM approvals WHERE account_id = $1::uuid AND id = $2::uuid`;

const TRANSACTION = `
SELECT 'transaction' AS kind, '' AS id, description AS title, type::text AS note, unit::text AS unit, seq, NULL AS within
FROM transactions WHERE account_id = $1::uuid AND unit = $2::wallet_unit AND seq = $3::bigint`;

// What a payment, refund, dispute or invoice at Stripe became, by the index of references.
const BY_REFERENCE = `
SELECT 'transaction' AS kind, '' AS id, description AS title, type::text AS note, unit::text AS unit, seq, NULL AS within
FROM transactions
WHERE account_id = $1::uuid AND type <> 'spend' AND ref_type IN ('payment_intent', 'invoice') AND ref_id = $2
ORDER BY seq DESC LIMIT 5`;

/** What shows the charge alone is for whoever reads the ledger; what was called and what runs is shown elsewhere with usage. */
const NEEDS: Readonly<Partial<Record<Hit["kind"], Permission>>> = {
  usage_event: "usage:read",
  instance: "usage:read",
  approval: "usage:read",
  mandate: "usage:read",
};

/** The things of the account that have exactly this id, of our own, of the caller's, or of Stripe, as far as the one who asks may see them. */
export async function findByIds(
  sql: Sql,
  accountId: string,
  text: string,
  permissions: ReadonlySet<Permission>,
): Promise<Hit[]> {
  const key = parseTransactionId(text);
  if (key)
    // Another account's row is not there, whoever asks.
    return key.accountId === accountId
      ? hitsOf(accountId, await sql.query<Row>(TRANSACTION, [accountId, key.unit, key.seq]))
      : [];
  const found = [await sql.query<Row>(BY_ID, [accountId, text])];
  if (isUuid(text)) found.push(await sql.query<Row>(BY_UUID, [accountId, text]));
  if (/^(pi|in)_\w+$/.test(text)) found.push(await sql.query<Row>(BY_REFERENCE, [accountId, text]));
  const seen = found.flat().filter(({ kind }) => permissions.has(NEEDS[kind] ?? "ledger:read"));
  return hitsOf(accountId, seen);
}

function hitsOf(accountId: string, rows: readonly Row[]): Hit[] {
  return rows.map(({ kind, id, title, note, unit, seq, within }) => {
    const transaction = seq === null ? null : transactionId({ accountId, unit, seq });
    return { kind, id: id || (transaction ?? ""), title, note, transaction, within };
  });
}
