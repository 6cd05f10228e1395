import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Mail } from "@/lib/mail/mail";
import { queueEmail } from "@/lib/mail/queue-email";
import { DEFAULT_PACE, isAtOnce, type Pace, PACE_WINDOW_MS } from "../rules/pace";

export interface AlertMail {
  /** What it is about: nobody is told the same twice. */
  key: string;
  /** What stands of it in the mail of the week. */
  line: string;
  mail: Mail;
  /** In lower case, each once. */
  recipients: readonly string[];
}

interface Row {
  recipient: string;
  pace: Pace | null;
  at_once: bigint;
}

const RECIPIENTS = `
SELECT r.recipient, p.pace::text AS pace, (
  SELECT count(*) FROM alert_letters l WHERE l.account_id = $1::uuid AND l.recipient = r.recipient AND l.is_at_once AND l.created_at > $3
) AS at_once
FROM unnest($2::text[]) AS r (recipient)
LEFT JOIN users u ON lower(u.email) = r.recipient
LEFT JOIN alert_paces p ON p.account_id = $1::uuid AND p.user_id = u.id`;

const INSERT = `
INSERT INTO alert_letters (account_id, recipient, key, line, is_at_once, created_at, told_at)
VALUES ($1::uuid, $2, $3, $4, $5, $6, CASE WHEN $5 THEN $6::timestamptz END) ON CONFLICT DO NOTHING RETURNING key`;

/**
 * Writes to those who want to know: at once, or into the mail of their week, as they have chosen and as many as they got lately. In the
 * caller's transaction, which holds the account's state of alerts.
 */
export async function queueLetters(
  tx: Tx,
  accountId: string,
  { key, line, mail, recipients }: AlertMail,
  now: Date,
): Promise<void> {
  const sql = sqlOf(tx);
  // Both wallets tell the same people: whoever counts what they got, counts alone.
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('alert_letters ' || $1, 0))::text", [
    accountId,
  ]);
  const since = new Date(now.getTime() - PACE_WINDOW_MS);
  const rows = await sql.query<Row>(RECIPIENTS, [accountId, recipients, since]);
  for (const { recipient, pace, at_once: atOnce } of rows) {
    const comes = isAtOnce(pace ?? DEFAULT_PACE, Number(atOnce));
    const values = [accountId, recipient, key, line.slice(0, 500), comes, now];
    const isNew = await sql.query(INSERT, values);
    if (isNew.length === 0 || !comes) continue;
    await queueEmail(tx, { accountId, dedupeKey: `alert:${accountId}:${key}:${recipient}`, recipient, mail });
  }
}
