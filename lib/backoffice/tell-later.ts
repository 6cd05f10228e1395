import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import type { Unit } from "@/lib/values/ids";

export const TOLD_ABOUT = ["correction", "grant", "re_rate"] as const;

/** What the people of an account are told by mail, and the proposal that it is about. */
export interface CustomerTelling {
  accountId: string;
  about: (typeof TOLD_ABOUT)[number];
  id: string;
  /** Of a re-rate: the wallet whose share was posted. Each is told by itself, since each commits by itself. */
  unit?: Unit | undefined;
}

/** Leaves a mail for the worker to write, in the commit that makes it true. */
export async function tellCustomerLater(
  tx: Tx,
  { accountId, about, id, unit }: CustomerTelling,
): Promise<void> {
  const jobKey = ["backoffice.tell", about, accountId, id, ...(unit ? [unit] : [])].join(":");
  await enqueue(tx, {
    ...{ accountId, task: "backoffice.tell", jobKey },
    payload: { accountId, about, id, ...(unit && { unit }) },
  });
}
