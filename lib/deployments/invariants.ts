import { readAcrossAccounts } from "@/lib/db/transaction";
import { brokenOf, type Invariant } from "@/lib/ledger/invariants";

/** What must always hold between what runs, its cycles, and the books. */
const DEPLOYMENT_INVARIANTS: readonly Invariant[] = [
  {
    name: "what runs has one open cycle, what has ended none, and its cycles fill its time",
    broken: `SELECT i.account_id, i.id FROM instances i
      LEFT JOIN LATERAL (
        SELECT min(from_at) AS first, max(to_at) AS last, count(*) FILTER (WHERE to_at IS NULL) AS open, max(until_at) FILTER (WHERE to_at IS NULL) AS until
        FROM instance_cycles c WHERE c.account_id = i.account_id AND c.instance_id = i.id
      ) c ON true
      WHERE c.first IS DISTINCT FROM i.started_at
        OR (i.status = 'running' AND (c.open <> 1 OR c.until <> i.next_cycle_at))
        OR (i.status <> 'running' AND (c.open <> 0 OR c.last <> i.stopped_at))`,
  },
  {
    name: "a cycle is held for by its hold, and settled with what it used",
    broken: `SELECT c.account_id, c.instance_id, c.no FROM instance_cycles c
      LEFT JOIN holds h ON h.account_id = c.account_id AND h.id = c.hold_id
      WHERE c.hold_id IS NOT NULL AND (h.kind, h.amount, h.used, h.ref_type, h.ref_id)
        IS DISTINCT FROM ('prepaid', c.held, c.used, 'instance', c.instance_id)
        OR (c.hold_id IS NULL AND c.used > 0)`,
  },
  {
    name: "what a cycle used is the sum of its components, and the charge of its event",
    broken: `SELECT c.account_id, c.instance_id, c.no FROM instance_cycles c
      LEFT JOIN LATERAL (SELECT sum((part ->> 'amount')::numeric) * 1000000000 AS amount FROM jsonb_array_elements(c.components) AS part) p ON true
      LEFT JOIN usage_events e ON e.account_id = c.account_id AND e.hold_id = c.hold_id
      WHERE c.used IS NOT NULL AND (c.used <> coalesce(p.amount, 0) OR c.used <> coalesce(e.charge, 0))`,
  },
  {
    name: "a resource is what its history says last",
    broken: `SELECT r.account_id, r.kind, r.id FROM resources r
      LEFT JOIN resource_status_changes c ON c.account_id = r.account_id AND c.kind = r.kind AND c.id = r.id AND c.no = r.changes
      WHERE (c.status, c.size_gb) IS DISTINCT FROM (r.status, r.size_gb)`,
  },
];

/** What is broken between what runs and the books, in words; empty when they agree. */
export function brokenDeployments(): Promise<string[]> {
  return readAcrossAccounts((sql) => brokenOf(sql, DEPLOYMENT_INVARIANTS));
}
