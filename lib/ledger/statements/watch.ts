import { bulk } from "@/lib/db/column";
import type { Head } from "../types";
import { over } from "./statement";

/** What the worker is asked to look into when a balance has fallen below a level that is watched. */
export const BELOW = "wallet.below";
/** What it is asked to look into when credit was added, because levels that are shares of it have moved. */
const ADDED = "wallet.added";

const HEADS = bulk<Head>({
  account_id: ["uuid", (head) => head.accountId],
  unit: ["wallet_unit", (head) => head.unit],
  balance: ["bigint", (head) => head.balance],
  allocation_seq: ["bigint", (head) => head.allocationSeq],
});

// It runs in one statement with the update of the heads, and so sees where they were before it.
const leaveBelowOf = (rows: string) => `
INSERT INTO outbox (account_id, id, task, job_key, payload)
SELECT w.account_id, gen_random_uuid(), t.task, t.task || ':' || w.account_id || ':' || w.unit, jsonb_build_object('unit', w.unit)
FROM ${rows} JOIN wallets w ON w.account_id = n.account_id AND w.unit = n.unit
CROSS JOIN LATERAL (
  SELECT '${BELOW}' AS task
  WHERE n.balance < w.balance AND EXISTS (SELECT FROM unnest(w.watch) AS level WHERE n.balance < level AND level <= w.balance)
  UNION ALL SELECT '${ADDED}' WHERE n.allocation_seq > w.allocation_seq
) t`;

/** Leaves a task for each wallet that these heads take below a level that it watches, and for each that gets credit. */
export const leaveBelow = over("ledger_leave_below", HEADS, leaveBelowOf);
