import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { newId } from "@/lib/values/ids";
import type { Mail } from "./mail";

export interface Addressed {
  /** The account it concerns, which the transaction must see; null for none (then it must see every account). */
  accountId: string | null;
  /** One mail for one cause: a second one with the same key is not sent. */
  dedupeKey: string;
  recipient: string;
  mail: Mail;
}

/** Leaves a mail for the worker in the caller's transaction. It is sent if and only if the transaction commits. */
export async function queueEmail(
  tx: Tx,
  { accountId, dedupeKey, recipient, mail }: Addressed,
): Promise<void> {
  const id = newId();
  const { count } = await tx.email.createMany({
    data: [{ id, accountId, dedupeKey, recipient, ...mail }],
    skipDuplicates: true,
  });
  if (count > 0)
    await enqueue(tx, { accountId, task: "mail.send", jobKey: `mail:${id}`, payload: { emailId: id } });
}
