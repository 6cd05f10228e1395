import type { Operator } from "@/lib/accounts/operator";
import { detailsRead } from "@/lib/accounts/audit-details";
import { readAcrossAccounts } from "@/lib/db/transaction";

/** Whose deeds: operators', wherever they acted; or those of customers and the system within accounts. */
export const AUDIT_OF = ["operators", "accounts"] as const;
export type AuditOf = (typeof AUDIT_OF)[number];

/** A deed, whoever did it. */
export interface DeedRow {
  id: string;
  at: string;
  actorKind: string;
  actor: string;
  action: string;
  /** What it happened to: `contract 6f0c…`; empty where it was nothing that has an id. */
  subject: string;
  details: unknown;
  requestId: string;
  accountId: string | null;
  accountName: string | null;
}

interface Found extends Omit<DeedRow, "at"> {
  at: Date;
}

export interface AuditFilter {
  accountId?: string | undefined;
  /** How the deed's name begins, such as `key.`. */
  action?: string | undefined;
  before?: string | undefined;
}

const PAGE = 50;

/** The audit log of operators or of all accounts, newest first, a page at a time; `before` is the last id of the page before. */
export async function listAudits(
  _operator: Operator,
  of: AuditOf,
  { accountId, action, before }: AuditFilter = {},
): Promise<{ rows: DeedRow[]; next: string | null }> {
  const values = [before ?? null, accountId ?? null, action ?? null];
  const found = await readAcrossAccounts((sql) => sql.query<Found>(ROWS[of], values));
  const rows = found.slice(0, PAGE).map((row) => ({ ...row, at: row.at.toISOString() }));
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

const WHERE = `($1::uuid IS NULL OR d.id < $1) AND ($2::uuid IS NULL OR d.account_id = $2)
  AND ($3::text IS NULL OR starts_with(d.action, $3)) ORDER BY d.id DESC LIMIT ${PAGE + 1}`;

const ROWS: Readonly<Record<AuditOf, string>> = {
  operators: `
SELECT d.id, d.created_at AS at, '' AS "actorKind", d.operator_email AS actor, d.action, d.target AS subject,
  ${detailsRead("split_part(d.target, ':', 2)")} AS details, d.request_id AS "requestId",
  d.account_id::text AS "accountId", a.name AS "accountName"
FROM operator_audit d LEFT JOIN accounts a ON a.id = d.account_id WHERE ${WHERE}`,
  accounts: `
SELECT d.id, d.created_at AS at, d.actor_kind AS "actorKind", d.actor_name AS actor, d.action,
  concat_ws(':', nullif(d.subject_type, ''), nullif(d.subject_id, '')) AS subject,
  ${detailsRead("d.subject_id")} AS details, d.request_id AS "requestId",
  d.account_id::text AS "accountId", a.name AS "accountName"
FROM audit_log d JOIN accounts a ON a.id = d.account_id WHERE ${WHERE}`,
};
