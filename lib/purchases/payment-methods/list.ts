import type { PaymentMethod } from "@/lib/db/generated/client";
import { inAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { expiryOf, type Expiry } from "../rules/card-expiry";

/** A saved card or bank account, as pages show it. */
export interface SavedMethod {
  id: string;
  /** Such as `card` or `us_bank_account`. */
  kind: string;
  brand: string;
  last4: string;
  expMonth: number | null;
  expYear: number | null;
  isDefault: boolean;
  expiry: Expiry;
}

/** The account's saved payment methods, the default first. */
export async function listPaymentMethods(ctx: Context): Promise<SavedMethod[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  const found = await inAccount(accountId, (tx) =>
    tx.paymentMethod.findMany({
      where: { accountId, detachedAt: null },
      orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }, { id: "asc" }],
    }),
  );
  return found.map((method) => viewOf(method, new Date()));
}

function viewOf(method: PaymentMethod, now: Date): SavedMethod {
  const { id, kind, brand, last4, expMonth, expYear, isDefault } = method;
  return { id, kind, brand, last4, expMonth, expYear, isDefault, expiry: expiryOf(expMonth, expYear, now) };
}
