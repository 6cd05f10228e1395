import { bulk } from "@/lib/db/column";
import type { Head } from "../types";
import type { Statement } from "./statement";

/** What the worker is asked to look into when a balance has fallen below a level that is watched. */
export const BELOW = "wallet.below";

const HEADS = bulk<Head>({
  account_id: ["uuid", (head) => head.accountId],
  unit: ["wallet_unit", (head) => head.unit],
  balance: ["bigint", (head) => head.balance],
});

// It runs in one statement with the update of the heads, and so sees where they were before it.
const LEAVE = `
INSERT INTO outbox (account_id, id, task, job_key, payload)
SELECT w.account_id, gen_random_uuid(), '${BELOW}', '${BELOW}:' || w.account_id || ':' || w.unit, jsonb_build_object('unit', w.unit)
FROM ${HEADS.rows} JOIN wallets w ON w.account_id = n.account_id AND w.unit = n.unit
WHERE n.balance < w.balance AND EXISTS (SELECT FROM unnest(w.watch) AS level WHERE n.balance < level AND level <= w.balance)`;

/** Leaves a task for each wallet that these heads take below a level that it watches. */
export function leaveBelow(heads: readonly Head[]): Statement {
  return { name: "ledger_leave_below", text: LEAVE, values: HEADS.values(heads) };
}
