import { inAccount, type Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/queue/enqueue";
import { type Context, requirePermission } from "@/lib/values/context";
import { audit } from "./audit";
import type { BillingDetails } from "./schema-billing";

const COLUMNS = {
  name: true,
  line1: true,
  line2: true,
  postalCode: true,
  city: true,
  state: true,
  country: true,
  taxId: true,
} as const;

/** Who the account's statements and receipts are made out to; null when nobody has said. */
export async function readBillingDetails(ctx: Context): Promise<BillingDetails | null> {
  requirePermission(ctx, "account:read");
  return inAccount(ctx.accountId, (tx) => billingDetailsOf(tx, ctx.accountId));
}

/** The same inside a transaction, for verbs that have checked what they need. */
export function billingDetailsOf(tx: Tx, accountId: string): Promise<BillingDetails | null> {
  return tx.billingDetails.findUnique({ where: { accountId }, select: COLUMNS });
}

/**
 * Says who statements and receipts are made out to, from now on. The audit log keeps what changed, and Stripe is told. What was made out before
 * stays as it was printed.
 */
export async function saveBillingDetails(ctx: Context, details: BillingDetails): Promise<void> {
  requirePermission(ctx, "billing:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const before = await billingDetailsOf(tx, accountId);
    const changed = Object.keys(COLUMNS).filter(
      (name) => before?.[name as keyof BillingDetails] !== details[name as keyof BillingDetails],
    );
    if (changed.length === 0) return;
    const data = { ...details, updatedAt: new Date() };
    await tx.billingDetails.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
    await audit(tx, ctx, {
      action: "account.billing_changed",
      subjectType: "account",
      subjectId: accountId,
      details: { changed, ...details },
    });
    await enqueue(tx, {
      accountId,
      task: "customers.describe",
      jobKey: `customers.describe:${accountId}`,
      payload: {},
    });
  });
}
