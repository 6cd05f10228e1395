import { inAccount, readAcrossAccounts, readInAccount, sqlOf } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/letter";
import { queueEmail } from "@/lib/mail/queue-email";
import { addressesOf, readReaders } from "../receivers";
import { digestLetter, type WaitingLine } from "./digest-letter";
import { lastDigestAt } from "../rules/pace";

// Who waits is asked across accounts: the sweep is for all of them.
const WAITING = `
SELECT account_id::text AS account_id, recipient FROM alert_letters
WHERE told_at IS NULL AND created_at < $1 GROUP BY account_id, recipient ORDER BY account_id, recipient`;

/** Sends what waited for Monday, each to its reader in one mail. To be run every hour: what was missed goes out later, and nothing twice. */
export async function sendDigests(now = new Date()): Promise<void> {
  const until = lastDigestAt(now);
  const waiting = await readAcrossAccounts((sql) =>
    sql.query<{ account_id: string; recipient: string }>(WAITING, [until]),
  );
  const faults: unknown[] = [];
  for (const { account_id: accountId, recipient } of waiting)
    await sendDigest(accountId, recipient, until, now).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

async function sendDigest(accountId: string, recipient: string, until: Date, now: Date): Promise<void> {
  const lines = await readInAccount(accountId, (sql) =>
    sql.query<WaitingLine>(
      `SELECT key, line, created_at AS "createdAt" FROM alert_letters
       WHERE account_id = $1::uuid AND recipient = $2 AND told_at IS NULL AND created_at < $3 ORDER BY created_at, key`,
      [accountId, recipient, until],
    ),
  );
  if (lines.length === 0) return;
  const { accountName, isReader } = await readersOf(accountId);
  const letter = await writeLetter(digestLetter({ accountId, accountName, lines }));
  await inAccount(accountId, async (tx) => {
    const told = await sqlOf(tx).query(
      `UPDATE alert_letters SET told_at = $4 WHERE account_id = $1::uuid AND recipient = $2 AND key = ANY ($3) AND told_at IS NULL RETURNING key`,
      [accountId, recipient, lines.map(({ key }) => key), now],
    );
    // Another worker was faster.
    if (told.length === 0) return;
    if (told.length < lines.length) throw new Error("what waited was told in part: it is looked at again");
    // Who is nobody here any more gets nothing.
    if (!isReader(recipient)) return;
    const dedupeKey = `alert-digest:${accountId}:${now.toISOString()}:${recipient}`;
    await queueEmail(tx, { accountId, dedupeKey, recipient, mail: letter });
  });
}

/** Who may still be told: members, and the addresses that the account's alerts name. */
async function readersOf(
  accountId: string,
): Promise<{ accountName: string; isReader: (address: string) => boolean }> {
  const readers = await readReaders(accountId);
  const named = await readInAccount(accountId, (sql) =>
    sql.query<{ email: string }>(
      "SELECT DISTINCT lower(unnest(emails)) AS email FROM alert_thresholds WHERE account_id = $1::uuid",
      [accountId],
    ),
  );
  const all = new Set(
    addressesOf(
      { roles: ["owner", "admin", "billing", "member"], emails: named.map(({ email }) => email) },
      readers,
    ),
  );
  return { accountName: readers.accountName, isReader: (address) => all.has(address) };
}
