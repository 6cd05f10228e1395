import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";

export const TELLINGS = [
  "receipt",
  "failed",
  "refund",
  "dispute",
  "dispute_over",
  "recharge_declined",
  "recharge_action",
  "recharge_stopped",
] as const;

/** What people are told by mail, and the payment, purchase, refund, dispute or attempt that it is about. */
export interface Telling {
  accountId: string;
  about: (typeof TELLINGS)[number];
  id: string;
}

/** Leaves a mail for the worker to write, in the commit that makes it true. */
export async function tellLater(tx: Tx, { accountId, about, id }: Telling): Promise<void> {
  await enqueue(tx, {
    accountId,
    task: "purchases.tell",
    jobKey: `purchases.tell:${about}:${id}`,
    payload: { accountId, about, id },
  });
}
