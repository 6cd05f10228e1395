import { bulk } from "@/lib/db/column";
import type { OutboxTask } from "../types";
import { insertOf } from "./statement";

export type OutboxRow = OutboxTask & { accountId: string; id: string };

export const insertOutbox = insertOf(
  "outbox",
  bulk<OutboxRow>({
    account_id: ["uuid", ({ accountId }) => accountId],
    id: ["uuid", ({ id }) => id],
    task: ["text", ({ task }) => task],
    job_key: ["text", ({ jobKey }) => jobKey],
    payload: ["jsonb", ({ payload }) => JSON.stringify(payload)],
  }),
);
