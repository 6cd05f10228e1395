import type Stripe from "stripe";
import { isUuid } from "@/lib/values/ids";
import { idOf, isMissing, stripe } from "../stripe";
import type { Movement, MovementKind, Side } from "./rules/compare";

/** What Stripe knows of a span of time, and which invoices of contracts were paid in it. */
export interface StripeSide extends Side {
  /** Payments of contracts' invoices that the books may not know: payment intent to invoice. */
  invoices: Map<string, string>;
}

interface Known {
  customers: ReadonlyMap<string, string>;
  sentInvoices: readonly { accountId: string; invoiceId: string }[];
  /** Payments that the books have: refunds and disputes of them are ours. */
  isOurs: (paymentIds: readonly string[]) => Promise<Map<string, string>>;
}

/**
 * Reads everything of ours that was made at Stripe since: payments that succeeded, refunds and disputes. Money of other
 * business on the same Stripe account names no account of ours and has no customer of ours, and is left out.
 */
export async function readStripe(since: Date, known: Known): Promise<StripeSide> {
  const created = { gte: Math.floor(since.getTime() / 1_000) };
  const contracts = await readPaidInvoices(known.sentInvoices);
  const payment: Movement[] = [];
  for await (const intent of stripe().paymentIntents.list({ created, limit: 100 })) {
    const movement = ofIntent(intent, known.customers, contracts);
    if (movement) payment.push(movement);
  }
  const refunds = await all(stripe().refunds.list({ created, limit: 100 }));
  const disputes = await all(stripe().disputes.list({ created, limit: 100 }));
  const owners = new Map(payment.map(({ id, accountId }) => [id, accountId]));
  const asked = [...refunds, ...disputes].flatMap((each) => idOf(each.payment_intent) ?? []);
  for (const [id, accountId] of await known.isOurs(asked.filter((id) => !owners.has(id))))
    owners.set(id, accountId);
  const ours = <T extends { id: string; payment_intent: string | Stripe.PaymentIntent | null }>(
    list: readonly T[],
    centsOf: (each: T) => bigint,
  ): Movement[] =>
    list.flatMap((each) => {
      const accountId = owners.get(idOf(each.payment_intent) ?? "");
      return accountId === undefined ? [] : [{ id: each.id, accountId, cents: centsOf(each) }];
    });
  return {
    payment,
    refund: ours(refunds, refundedCents),
    dispute: ours(disputes, withdrawnCents),
    invoices: new Map([...contracts].map(([intent, { invoiceId }]) => [intent, invoiceId])),
  };
}

/** One movement, asked by its id because it lies outside of the span; null when Stripe does not know it. */
export async function askStripe(kind: MovementKind, id: string, accountId: string): Promise<Movement | null> {
  try {
    return { id, accountId, cents: await READ[kind](id) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const READ: Readonly<Record<MovementKind, (id: string) => Promise<bigint>>> = {
  payment: async (id) => BigInt((await stripe().paymentIntents.retrieve(id)).amount_received),
  refund: async (id) => refundedCents(await stripe().refunds.retrieve(id)),
  dispute: async (id) => withdrawnCents(await stripe().disputes.retrieve(id)),
};

/** A refund moves its money when it is made; one that fails or is canceled has moved none. */
function refundedCents({ status, amount }: Stripe.Refund): bigint {
  return status === "failed" || status === "canceled" ? 0n : BigInt(amount);
}

/** What a dispute holds: taken when it was opened, given back when it was won. An inquiry takes nothing. */
export function withdrawnCents({ balance_transactions: moves }: Stripe.Dispute): bigint {
  return -moves.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

type Contracts = Map<string, { accountId: string; invoiceId: string }>;

function ofIntent(
  intent: Stripe.PaymentIntent,
  customers: ReadonlyMap<string, string>,
  contracts: Contracts,
): Movement | null {
  if (intent.status !== "succeeded") return null;
  const { account_id: named = "", purchase_id: purchase, attempt_id: attempt } = intent.metadata;
  const cents = BigInt(intent.amount_received);
  const contract = contracts.get(intent.id);
  if (contract) return { id: intent.id, accountId: contract.accountId, cents };
  if (isUuid(named) && (purchase || attempt)) return { id: intent.id, accountId: named, cents };
  return customers.has(idOf(intent.customer) ?? "") ? { id: intent.id, accountId: null, cents } : null;
}

async function readPaidInvoices(sent: Known["sentInvoices"]): Promise<Contracts> {
  const found: Contracts = new Map();
  for (const { accountId, invoiceId } of sent) {
    const { status, payments } = await stripe().invoices.retrieve(invoiceId, { expand: ["payments"] });
    const paid = payments?.data.find((each) => each.status === "paid")?.payment;
    if (status === "paid") found.set(idOf(paid?.payment_intent) ?? invoiceId, { accountId, invoiceId });
  }
  return found;
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of list) found.push(each);
  return found;
}
