import type Stripe from "stripe";
import { billingDetailsOf } from "@/lib/accounts/billing-details";
import { billingPeople } from "@/lib/accounts/billing-people";
import { inAccount } from "@/lib/db/transaction";
import { isMissing, stripe, stripeMode } from "./stripe";

/**
 * Tells Stripe who the account is, as its invoices and receipts name it: by the billing details, or else by the account's name. The tax id goes
 * along as it was typed: which kind it is, and whether it is valid, Stripe would ask of an office.
 */
export async function describeCustomer(accountId: string, customerId: string): Promise<void> {
  const [{ name, details }, [payer]] = await Promise.all([
    inAccount(accountId, async (tx) => ({
      name: (await tx.account.findUniqueOrThrow({ where: { id: accountId } })).name,
      details: await billingDetailsOf(tx, accountId),
    })),
    billingPeople(accountId),
  ]);
  const described: Stripe.CustomerUpdateParams = details
    ? {
        name: details.name,
        address: {
          line1: details.line1,
          line2: details.line2,
          postal_code: details.postalCode,
          city: details.city,
          state: details.state,
          country: details.country,
        },
        metadata: { tax_id: details.taxId },
      }
    : { name };
  await stripe().customers.update(customerId, { ...described, ...(payer && { email: payer.email }) });
}

/** The same for the customer that the account has, if it has one. */
export async function describeKnownCustomer(accountId: string): Promise<void> {
  if (stripeMode() === null) return;
  const known = await inAccount(accountId, (tx) => tx.stripeCustomer.findUnique({ where: { accountId } }));
  if (!known) return;
  await describeCustomer(accountId, known.customerId).catch((error: unknown) => {
    // Who buys next gets a new customer, which is described then.
    if (!isMissing(error)) throw error;
  });
}
