import { z } from "zod";
import { acrossAccounts } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { type Applied, applied, ignored } from "./applied";

const Payload = z.object({
  data: z.object({
    object: z.looseObject({ id: z.string(), object: z.string(), customer: z.string().nullish() }),
    previous_attributes: z.looseObject({ customer: z.string().nullish() }).nullish(),
  }),
});

/** Something about an account's cards has changed: all of them are read again. A card that was removed names its customer only as it was. */
export async function applyCardEvent(payload: unknown): Promise<Applied> {
  const { object, previous_attributes: before } = Payload.parse(payload).data;
  const customerId = object.object === "customer" ? object.id : (object.customer ?? before?.customer);
  if (!customerId) return ignored("It concerns no customer.");
  // Whose customer it is, is what is to be found out.
  return acrossAccounts(async (tx) => {
    const known = await tx.stripeCustomer.findFirst({ where: { customerId } });
    if (!known) return ignored("The customer is none of this installation's.");
    const { accountId } = known;
    await enqueue(tx, {
      accountId,
      task: "payment_methods.sync",
      jobKey: `payment_methods.sync:${accountId}`,
      payload: { accountId },
    });
    return applied(accountId, "The account’s cards are read again.");
  });
}
