import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";

export const ABOUT = ["deployed", "undeployed", "interrupted", "low", "negative"] as const;

/**
 * What people are told by mail of what runs: of a resource by `kind/id/change`, of an interrupted instance by its id, of a balance by the row that
 * last added credit, so that each crossing is told once.
 */
export interface Telling {
  accountId: string;
  about: (typeof ABOUT)[number];
  id: string;
}

/** Leaves a mail for the worker to write, in the commit that makes it true. */
export async function tellLater(tx: Tx, { accountId, about, id }: Telling): Promise<void> {
  await enqueue(tx, {
    accountId,
    task: "deployments.tell",
    jobKey: `deployments.tell:${accountId}:${about}:${id}`,
    payload: { about, id },
  });
}
