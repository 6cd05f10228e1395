import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";

export const TOLD_ABOUT = ["correction", "grant", "re_rate"] as const;

/** What the people of an account are told by mail, and the proposal that it is about. */
export interface CustomerTelling {
  accountId: string;
  about: (typeof TOLD_ABOUT)[number];
  id: string;
}

/** Leaves a mail for the worker to write, in the commit that makes it true. */
export async function tellCustomerLater(tx: Tx, { accountId, about, id }: CustomerTelling): Promise<void> {
  await enqueue(tx, {
    ...{ accountId, task: "backoffice.tell", jobKey: `backoffice.tell:${about}:${accountId}:${id}` },
    payload: { accountId, about, id },
  });
}
