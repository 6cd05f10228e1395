import type { Sql } from "@/lib/db/sql";
import type { ResourceKind, ResourceStatus } from "./schema";

/** A resource as the tabs need it. Days are UTC days. */
export interface Registered {
  kind: ResourceKind;
  id: string;
  name: string;
  type: string;
  parent: string | null;
  language: string;
  language_version: string;
  owner: string;
  status: ResourceStatus;
  first_deployed_at: Date | null;
  last_deployed_on: string | null;
  /** The last day on which it was used, as the platform says or usage does. */
  last_active_on: string | null;
  updated_on: string;
}

/** The resources of a kind by name. */
export function listRegistered(sql: Sql, accountId: string, kind: ResourceKind): Promise<Registered[]> {
  return sql.query<Registered>(REGISTERED, [accountId, kind]);
}

const REGISTERED = `
SELECT r.kind::text AS kind, r.id, r.name, r.type, r.parent, r.language, r.language_version, r.owner, r.status::text AS status, r.first_deployed_at,
  (r.last_deployed_at AT TIME ZONE 'UTC')::date::text AS last_deployed_on,
  greatest((r.last_active_at AT TIME ZONE 'UTC')::date, u.last_day)::text AS last_active_on,
  (r.updated_at AT TIME ZONE 'UTC')::date::text AS updated_on
FROM resources r LEFT JOIN LATERAL (
  SELECT max(d.day) AS last_day FROM usage_days d WHERE d.account_id = $1 AND d.resource = $2 || '/' || r.id
) u ON true
WHERE r.account_id = $1 AND r.kind = $2::resource_kind ORDER BY r.name, r.id`;
