import { newId } from "@/lib/values/ids";
import { MOVED, type Move } from "./heads";
import type { OutboxRow } from "./outbox";
import type { Statement } from "./statement";

/** What the worker is asked to look into when a balance has fallen below a level that is watched. */
export const BELOW = "wallet.below";
/** What it is asked to look into when credit was added, because levels that are shares of it have moved. */
const ADDED = "wallet.added";

/** Leaves a task for each wallet that the update of the heads takes below a level that it watches; it is written at once with that. */
export const leaveBelow: Statement = {
  name: "ledger_leave_below",
  text: `
INSERT INTO outbox (account_id, id, task, job_key, payload)
SELECT account_id, gen_random_uuid(), '${BELOW}', '${BELOW}:' || account_id || ':' || unit, jsonb_build_object('unit', unit)
FROM ${MOVED}
WHERE balance < balance_before AND EXISTS (SELECT FROM unnest(watch) AS level WHERE balance < level AND level <= balance_before)`,
  values: [],
};

/** A task for each wallet that gets credit. */
export function tasksOfAdded(moves: readonly Move[]): OutboxRow[] {
  return moves
    .filter(({ head, before }) => head.allocationSeq > before.allocationSeq)
    .map(({ head: { accountId, unit } }) => ({
      accountId,
      id: newId(),
      task: ADDED,
      jobKey: `${ADDED}:${accountId}:${unit}`,
      payload: { unit },
    }));
}
