import { inAccount } from "@/lib/db/transaction";
import { describeCustomer } from "./describe-customer";
import { isMissing, stripe } from "./stripe";

/** The account's customer at Stripe, made when it is first needed. Any number of calls at once make one. */
export async function ensureCustomer(accountId: string): Promise<string> {
  return (await knownCustomer(accountId)) ?? makeCustomer(accountId, null);
}

/** The customer if there is one already. */
export async function knownCustomer(accountId: string): Promise<string | null> {
  const known = await inAccount(accountId, (tx) =>
    tx.stripeCustomer.findUnique({ where: { accountId }, select: { customerId: true } }),
  );
  return known?.customerId ?? null;
}

/**
 * Makes a call with the account's customer. Where Stripe does not know it (the keys were changed, or someone deleted it) the account gets
 * a new one, and the call is made again.
 */
export async function withCustomer<T>(
  accountId: string,
  call: (customerId: string) => Promise<T>,
): Promise<T> {
  const customerId = await ensureCustomer(accountId);
  try {
    return await call(customerId);
  } catch (error) {
    if (!isMissing(error) || !(await isGone(customerId))) throw error;
    return call(await makeCustomer(accountId, customerId));
  }
}

async function isGone(customerId: string): Promise<boolean> {
  try {
    return (await stripe().customers.retrieve(customerId)).deleted === true;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}

async function makeCustomer(accountId: string, replaced: string | null): Promise<string> {
  // Only what never changes goes with the key: a repeated call must be the same call.
  const { id } = await stripe().customers.create(
    { metadata: { account_id: accountId } },
    { idempotencyKey: `customer:${accountId}:${replaced ?? "first"}` },
  );
  await describeCustomer(accountId, id);
  return inAccount(accountId, async (tx) => {
    await tx.stripeCustomer.createMany({ data: [{ accountId, customerId: id }], skipDuplicates: true });
    if (replaced !== null)
      await tx.stripeCustomer.updateMany({
        where: { accountId, customerId: replaced },
        data: { customerId: id },
      });
    return (await tx.stripeCustomer.findUniqueOrThrow({ where: { accountId } })).customerId;
  });
}
