import type { PaymentKind } from "@/lib/db/generated/client";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { type Grant, grantCredit } from "@/lib/ledger/grant-credit";
import type { Nano } from "@/lib/values/money";
import { tellLater } from "./tell-later";

/** Money that has arrived, and the credit that it gives. */
export interface Money {
  accountId: string;
  /** The payment intent, or the invoice that was paid without one. */
  paymentId: string;
  kind: PaymentKind;
  chargedCents: bigint;
  /** Before tax. */
  netCents: bigint;
  currency: string;
  credits: Nano;
  chargeId: string | null;
  receiptUrl: string | null;
  invoiceId: string | null;
  invoiceUrl: string | null;
  paidAt: Date;
  purchaseId?: string;
  attemptId?: string;
  contractId?: string;
}

/** What a payment has done. `replayed` when it had done so before. */
export interface Recorded {
  accountId: string;
  paymentId: string;
  seq: bigint;
  replayed: boolean;
}

/**
 * Writes a payment with its row in the ledger, once for one payment intent, and leaves the mail for the worker. The database gives its receipt a number. The caller holds the
 * row of what was paid for (purchase, attempt, contract's invoice), so that whoever else heard of the money waits.
 */
export async function recordPayment(
  tx: Tx,
  money: Money,
  grant: Pick<
    Grant,
    "type" | "description" | "source" | "idempotencyKey" | "refType" | "refId" | "expiresAt"
  >,
): Promise<Recorded> {
  const { accountId, paymentId, credits, ...rest } = money;
  const known = await tx.payment.findUnique({ where: { accountId_id: { accountId, id: paymentId } } });
  if (known) return { accountId, paymentId, seq: known.seq, replayed: true };
  const { seq } = await grantCredit(tx, { ...grant, accountId, unit: "credit", amount: credits });
  const grantNo = await grantOf(tx, accountId, seq);
  await tx.payment.create({ data: { ...rest, accountId, id: paymentId, credits, seq, grantNo } });
  await tellLater(tx, { accountId, about: "receipt", id: paymentId });
  return { accountId, paymentId, seq, replayed: false };
}

async function grantOf(tx: Tx, accountId: string, seq: bigint): Promise<number | null> {
  const [grant] = await sqlOf(tx).query<{ no: number }>(
    "SELECT no FROM grants WHERE account_id = $1::uuid AND unit = 'credit' AND granted_seq = $2::bigint",
    [accountId, seq],
  );
  return grant?.no ?? null;
}
