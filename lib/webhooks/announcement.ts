import { z } from "zod";
import { inAccount } from "@/lib/db/transaction";
import type { OutboxTask } from "@/lib/ledger/types";
import { announce } from "./announce";
import { EVENT_TYPES, type EventType } from "./rules/event-types";
import { EVENT_DATA, type EventData } from "./events";

/** The task by which the worker announces what a posting has made true. */
const TASK = "webhooks.announce";

const Payload = z.object({
  type: z.enum(EVENT_TYPES),
  data: z.record(z.string(), z.unknown()),
  cause: z.string(),
  at: z.iso.datetime(),
});

/**
 * For a posting's tasks: has what it makes true announced once it stands in the books. The cause makes it once, within its type.
 * Postings are many: ask `isListening` first.
 */
export function announcement<Type extends EventType>(
  type: Type,
  data: EventData<Type>,
  cause: string,
  at = new Date(),
): OutboxTask {
  return {
    task: TASK,
    jobKey: `${TASK}:${type}:${cause}`,
    payload: { type, data, cause, at: at.toISOString() },
  };
}

/** Announces what such a task says; once, however often it is run. */
export async function announceTask(accountId: string, payload: unknown): Promise<void> {
  const { type, data, cause, at } = Payload.parse(payload);
  const checked = EVENT_DATA[type].parse(data);
  await inAccount(accountId, (tx) => announce(tx, accountId, type, checked, { cause, at: new Date(at) }));
}
