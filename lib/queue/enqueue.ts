import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/values/ids";
import { NO_ACCOUNT } from "./no-account";

export interface Task {
  /** Null for what concerns no account, such as a mail to someone who forgot a password. */
  accountId: string | null;
  task: string;
  /** Two tasks with one key are one, as long as the first has not started. */
  jobKey: string;
  payload: Prisma.InputJsonObject;
}

/**
 * Leaves a task for the worker in the caller's transaction: it runs if and only if the transaction commits, at least
 * once. The transaction must see the account (or every account, for a task of none).
 */
export async function enqueue(tx: Tx, { accountId, task, jobKey, payload }: Task): Promise<void> {
  await tx.outbox.create({
    data: { accountId: accountId ?? NO_ACCOUNT, id: newId(), task, jobKey, payload },
  });
}
