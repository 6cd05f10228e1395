import type { Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { formatScaled } from "@/lib/values/money";
import type { ResourceKind, ResourceStatus } from "@/lib/deployments/schema";

/** A model, tool, guardrail, script or drive, in any account. */
export interface ResourceRow {
  accountId: string;
  accountName: string;
  kind: ResourceKind;
  id: string;
  name: string;
  status: ResourceStatus;
  hardware: string;
  /** Of a drive, as a decimal number of GB; "0" for everything else. */
  sizeGb: string;
  owner: string;
  /** How many of its instances run now. */
  running: number;
  updatedAt: string;
}

interface Found extends Omit<ResourceRow, "updatedAt" | "sizeGb"> {
  updatedAt: Date;
  sizeGb: bigint;
}

export interface ResourceFilter {
  accountId?: string | undefined;
  kind?: ResourceKind | undefined;
  status?: ResourceStatus | undefined;
  /** A part of its name or its id. */
  search?: string | undefined;
  /** How many come before; the list is looked through, not walked to its end. */
  skip?: number | undefined;
}

const PAGE = 50;

/** What customers have registered, across all accounts, changed last first, a page at a time. */
export async function listAllResources(
  _operator: Operator,
  { accountId, kind, status, search, skip = 0 }: ResourceFilter = {},
): Promise<{ rows: ResourceRow[]; more: boolean }> {
  const values = [accountId ?? null, kind ?? null, status ?? null, search?.toLowerCase() ?? null, skip];
  const found = await readAcrossAccounts((sql) => sql.query<Found>(ROWS, values));
  const rows = found.slice(0, PAGE).map((row) => ({
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    sizeGb: formatScaled(row.sizeGb, 6),
  }));
  return { rows, more: found.length > PAGE };
}

const ROWS = `
SELECT r.account_id::text AS "accountId", a.name AS "accountName", r.kind::text AS kind, r.id, r.name, r.status::text AS status, r.hardware,
  r.size_gb AS "sizeGb", r.owner, r.updated_at AS "updatedAt",
  (SELECT count(*)::int FROM instances i WHERE i.account_id = r.account_id AND i.resource_kind = r.kind AND i.resource_id = r.id AND i.status = 'running') AS running
FROM resources r JOIN accounts a ON a.id = r.account_id
WHERE ($1::uuid IS NULL OR r.account_id = $1) AND ($2::text IS NULL OR r.kind::text = $2) AND ($3::text IS NULL OR r.status::text = $3)
  AND ($4::text IS NULL OR strpos(lower(r.name), $4) > 0 OR strpos(lower(r.id), $4) > 0)
ORDER BY r.updated_at DESC, r.account_id, r.kind, r.id OFFSET $5 LIMIT ${PAGE + 1}`;
