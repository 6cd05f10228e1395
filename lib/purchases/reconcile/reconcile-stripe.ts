import { prisma } from "@/lib/db/client";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { DAY_MS } from "@/lib/values/time";
import { applyContractInvoice } from "../contracts/apply-invoice";
import { applyDispute } from "../apply-dispute";
import { applyRefund } from "../apply-refund";
import { fulfil } from "../fulfil";
import { readBooks, readCustomers, readSentInvoices } from "./read-books";
import { askStripe, readStripe, type StripeSide } from "./read-stripe";
import {
  compare,
  type Difference,
  type Movement,
  type MovementKind,
  remaining,
  type Side,
} from "./rules/compare";

/** How far back a run looks when nobody says: longer than Stripe retries a webhook, and than a bank debit takes. */
export const WINDOW_MS = 14 * DAY_MS;

/** What a run found. Cents are those left of what arrived in the span, after refunds and disputes. */
export interface Reconciled {
  id: string;
  since: Date;
  paymentsSeen: number;
  stripeCents: bigint;
  ledgerCents: bigint;
  /** How many differences were put right. */
  repaired: number;
  differences: Difference[];
}

/**
 * Holds the books against Stripe, both ways, to the cent. With `repair`, what is certain is applied by the verbs that
 * webhooks use, under the same keys; what is left is listed with what to do. Each run is written down.
 */
export async function reconcileStripe({
  since = new Date(Date.now() - WINDOW_MS),
  repair = false,
}: { since?: Date; repair?: boolean } = {}): Promise<Reconciled> {
  const id = newId();
  await prisma().reconciliation.create({ data: { id, checkedFrom: since } });
  try {
    const first = await look(since);
    const repaired = repair ? await repairAll(first) : 0;
    const { stripe, books, differences } = repaired > 0 ? await look(since) : first;
    const result = {
      id,
      since,
      paymentsSeen: stripe.payment.length,
      stripeCents: remaining(stripe),
      ledgerCents: remaining(books),
      repaired,
      differences,
    };
    await note(result);
    return result;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await prisma().reconciliation.update({ where: { id }, data: { endedAt: new Date(), error: message } });
    throw error;
  }
}

interface Look {
  stripe: StripeSide;
  books: Side;
  differences: Difference[];
}

async function look(since: Date): Promise<Look> {
  const known = { customers: await readCustomers(), sentInvoices: await readSentInvoices(), isOurs };
  const found = await readStripe(since, known);
  const ids = (kind: MovementKind) => found[kind].map(({ id }) => id);
  const books = await readBooks(since, {
    payment: ids("payment"),
    refund: ids("refund"),
    dispute: ids("dispute"),
  });
  const stripe = { ...found, ...(await askForTheRest(found, books)) };
  return { stripe, books, differences: compare(stripe, books) };
}

/** What the books have and the lists of the span do not is asked for one by one: it may have been made before. */
async function askForTheRest(stripe: Side, books: Side): Promise<Side> {
  const complete = async (kind: MovementKind): Promise<Movement[]> => {
    const seen = new Set(stripe[kind].map(({ id }) => id));
    const found = [...stripe[kind]];
    for (const { id, accountId } of books[kind]) {
      const movement = seen.has(id) || accountId === null ? null : await askStripe(kind, id, accountId);
      if (movement) found.push(movement);
    }
    return found;
  };
  return {
    payment: await complete("payment"),
    refund: await complete("refund"),
    dispute: await complete("dispute"),
  };
}

async function isOurs(paymentIds: readonly string[]): Promise<Map<string, string>> {
  if (paymentIds.length === 0) return new Map();
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ id: string; account_id: string }>(
      "SELECT id, account_id FROM payments WHERE id = ANY ($1::text[])",
      [paymentIds],
    ),
  );
  return new Map(rows.map(({ id, account_id: accountId }) => [id, accountId]));
}

/** In the order of the kinds: a refund needs its payment. Returns how many were tried. */
async function repairAll({ stripe, differences }: Look): Promise<number> {
  const certain = differences.filter(({ isCertain }) => isCertain);
  for (const { kind, id } of certain) {
    const invoice = stripe.invoices.get(id);
    if (invoice) await applyContractInvoice(invoice);
    else if (kind.startsWith("payment")) await fulfil(id);
    else if (kind.startsWith("refund")) await applyRefund(id);
    else await applyDispute(id);
  }
  return certain.length;
}

async function note({ id, differences, since: _since, ...figures }: Reconciled): Promise<void> {
  await prisma().reconciliation.update({
    where: { id },
    data: {
      ...figures,
      endedAt: new Date(),
      differences: differences.map(({ stripeCents, ledgerCents, ...rest }) => ({
        ...rest,
        stripeCents: String(stripeCents),
        ledgerCents: String(ledgerCents),
      })),
    },
  });
}
