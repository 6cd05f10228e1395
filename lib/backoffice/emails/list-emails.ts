import type { Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";

export const EMAIL_STATUSES = ["queued", "sent", "failed"] as const;
export type EmailStatus = (typeof EMAIL_STATUSES)[number];

/** A mail as operators see it in a list. */
export interface EmailRow {
  id: string;
  template: string;
  recipient: string;
  subject: string;
  status: EmailStatus;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
  accountId: string | null;
  accountName: string | null;
}

interface Found extends Omit<EmailRow, "createdAt" | "sentAt"> {
  createdAt: Date;
  sentAt: Date | null;
}

const PAGE = 50;

/** Which mails are asked for. */
export interface EmailFilter {
  status?: EmailStatus | undefined;
  /** How the address of whom it went to begins. */
  recipient?: string | undefined;
  accountId?: string | undefined;
  before?: string | undefined;
}

/** The mails of this installation, newest first, a page at a time; `before` is the last id of the page before. */
export async function listEmails(
  _operator: Operator,
  { status, recipient, accountId, before }: EmailFilter = {},
): Promise<{ rows: EmailRow[]; next: string | null }> {
  // A prefix that the index serves: LIKE's own signs are plain text here.
  const prefix = recipient ? `${recipient.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%` : null;
  const found = await readAcrossAccounts((sql) =>
    sql.query<Found>(ROWS, [before ?? null, status ?? null, prefix, accountId ?? null]),
  );
  const rows = found.slice(0, PAGE).map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }));
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

const ROWS = `
SELECT e.id, e.template, e.recipient, e.subject, e.status::text AS status, e.attempts, e.last_error AS "lastError",
  e.created_at AS "createdAt", e.sent_at AS "sentAt", e.account_id::text AS "accountId", a.name AS "accountName"
FROM emails e LEFT JOIN accounts a ON a.id = e.account_id
WHERE ($1::uuid IS NULL OR e.id < $1) AND ($2::text IS NULL OR e.status::text = $2)
  AND ($3::text IS NULL OR lower(e.recipient) LIKE $3) AND ($4::uuid IS NULL OR e.account_id = $4)
ORDER BY e.id DESC LIMIT ${PAGE + 1}`;
