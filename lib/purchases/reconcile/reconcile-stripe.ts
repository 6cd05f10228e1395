import { prisma } from "@/lib/db/client";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { DAY_MS } from "@/lib/values/time";
import { applyContractInvoice } from "../contracts/apply-invoice";
import { applyDispute } from "../apply-dispute";
import { applyRefund } from "../apply-refund";
import { fulfil } from "../fulfil";
import { isPassing } from "../stripe";
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
    const tried = repair ? await repairAll(first) : new Map<string, string | null>();
    const { stripe, books, differences: found } = tried.size > 0 ? await look(since) : first;
    const differences = found.map((difference) => explained(difference, tried.get(difference.id) ?? null));
    const repaired = [...tried.values()].filter((why) => why === null).length;
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

/** In the order of the kinds: a refund needs its payment. Returns what was tried, each with why it could not be, or null. */
async function repairAll({ stripe, differences }: Look): Promise<Map<string, string | null>> {
  const tried = new Map<string, string | null>();
  for (const { kind, id, isCertain } of differences) {
    if (!isCertain) continue;
    const invoice = stripe.invoices.get(id);
    const why = await repairOne(kind, id, invoice).catch((error: unknown) => {
      // One that cannot be mended keeps no other from it; Stripe being away does.
      if (isPassing(error) || !(error instanceof Refusal)) throw error;
      return error.message;
    });
    tried.set(id, why);
  }
  return tried;
}

async function repairOne(kind: string, id: string, invoice: string | undefined): Promise<string | null> {
  if (invoice) return (await applyContractInvoice(invoice)) === null ? "It is of no contract." : null;
  if (kind.startsWith("payment")) {
    const done = await fulfil(id);
    return done.state === "ignored" ? done.why : null;
  }
  const { status, outcome } = await (kind.startsWith("refund") ? applyRefund(id) : applyDispute(id));
  return status === "ignored" ? outcome : null;
}

/** What was tried in vain is no longer certain: a person has to look. */
function explained(difference: Difference, why: string | null): Difference {
  if (why === null) return difference;
  const whatToDo = `${why} Look at it in Stripe's dashboard; refund it there, or grant the credit by a correction.`;
  return { ...difference, isCertain: false, whatToDo };
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
