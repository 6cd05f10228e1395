import Stripe from "stripe";
import { afterAll, expect } from "vitest";
import { prisma } from "@/lib/db/client";
import { acrossAccounts, inAccount, readAcrossAccounts } from "@/lib/db/transaction";
import { applyStripeEvent } from "@/lib/purchases/apply-event";
import { startCheckout } from "@/lib/purchases/start-checkout";
import { tell } from "@/lib/purchases/tell";
import type { Telling } from "@/lib/purchases/tell-later";
import { startCheckedSandbox } from "@/lib/sandbox/stripe/conformance/start-checked";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

// A Stripe of the test file's own. It is imported first: the environment is read once. At the end, all that it was asked
// is held against the declarations of the package.
export const sandbox = await startCheckedSandbox();
export const WEBHOOK_SECRET = "whsec_test_of_ours";
process.env.STRIPE_SECRET_KEY = sandbox.secretKey;
process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET;
process.env.STRIPE_API_BASE = sandbox.url;
afterAll(() => sandbox.close());

/** What somebody does at Stripe's dashboard, beside our code. */
export const atStripe = new Stripe(sandbox.secretKey, {
  host: "127.0.0.1",
  port: sandbox.port,
  protocol: "http",
  telemetry: false,
});

/** Steers the sandbox. */
export async function control(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.status >= 400 && response.status !== 402)
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

/** A checkout that has begun. */
export interface Begun {
  ctx: Context;
  purchaseId: string;
  sessionId: string;
}

/** Begins a purchase. */
export async function begin(ctx: Context, credits: string, saveCard = false): Promise<Begun> {
  const { purchaseId } = await startCheckout(ctx, { credits, saveCard, requestKey: newId() });
  const { accountId } = ctx;
  const purchase = await inAccount(accountId, (tx) =>
    tx.purchase.findUniqueOrThrow({ where: { accountId_id: { accountId, id: purchaseId } } }),
  );
  return { ctx, purchaseId, sessionId: purchase.checkoutSessionId ?? "" };
}

/** What a person does on Stripe's page; a good card if nothing else is said. */
export async function pay({ sessionId }: Begun, order: object = {}): Promise<void> {
  await control("POST", `/checkout/${sessionId}/pay`, order);
}

/** Buys and pays with a good card, and brings the news. Returns the payment intent. */
export async function bought(ctx: Context, credits: string): Promise<string> {
  const begun = await begin(ctx, credits);
  await pay(begun);
  await deliver();
  const { accountId } = ctx;
  const { id } = await inAccount(accountId, (tx) =>
    tx.payment.findFirstOrThrow({ where: { accountId, purchaseId: begun.purchaseId } }),
  );
  return id;
}

/** An event as Stripe sends it to our endpoint, sealed now. */
export function sealed(event: object, at = Math.floor(Date.now() / 1_000)): Request {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: WEBHOOK_SECRET,
    timestamp: at,
  });
  return new Request("http://console.test/api/stripe/webhook", {
    method: "POST",
    headers: { "stripe-signature": signature },
    body: payload,
  });
}

const seen = new Set<string>();

/** The events that have happened since this was last asked, oldest first. */
export async function news(): Promise<Stripe.Event[]> {
  const fresh: Stripe.Event[] = [];
  for await (const event of atStripe.events.list({ limit: 100 })) {
    if (seen.has(event.id)) break;
    seen.add(event.id);
    fresh.push(event);
  }
  return fresh.toReversed();
}

/** Sends an event to our endpoint. */
export async function send(event: object): Promise<Response> {
  const { POST } = await import("@/app/api/stripe/webhook/route");
  return POST(sealed(event));
}

/** Brings all news: every event twice, and then all of them once more, backwards. What the first time wrote must be all. */
export async function deliver(): Promise<void> {
  const events = await news();
  for (const event of events) {
    expect((await send(event)).status).toBe(200);
    await applyStripeEvent(event.id);
  }
  const books = await everyRow();
  for (const event of events.toReversed()) {
    expect((await send(event)).status).toBe(200);
    await prisma().stripeEvent.update({ where: { id: event.id }, data: { status: "received" } });
    await applyStripeEvent(event.id);
  }
  expect(await everyRow()).toEqual(books);
}

/** The keys and amounts of all rows, and what the payments say. */
export function everyRow(): Promise<object[]> {
  return readAcrossAccounts(async (sql) => [
    ...(await sql.query<object>(
      "SELECT account_id, seq, idempotency_key, amount FROM transactions ORDER BY 1, unit, 2",
    )),
    ...(await sql.query<object>("SELECT * FROM payments ORDER BY account_id, id")),
    ...(await sql.query<object>("SELECT * FROM refunds ORDER BY account_id, id")),
    ...(await sql.query<object>("SELECT * FROM disputes ORDER BY account_id, id")),
  ]);
}

/** Types and amounts of an account's rows of credit, oldest first, such as `topup 100`. */
export async function rowsOf({ accountId }: Context): Promise<string[]> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ row: string }>(
      `SELECT type || ' ' || trim_scale(amount::numeric / 1000000000) AS row FROM transactions
       WHERE account_id = $1 AND unit = 'credit' ORDER BY seq`,
      [accountId],
    ),
  );
  return rows.map(({ row }) => row);
}

/** Has the mails about an account's money written, and returns their subjects. */
export async function mailsOf({ accountId }: Context): Promise<string[]> {
  const tasks = await acrossAccounts((tx) =>
    tx.outbox.findMany({ where: { accountId, task: "purchases.tell" } }),
  );
  for (const { payload } of tasks) await tell(payload as object as Telling);
  const mails = await prisma().email.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } });
  return mails.map(({ subject }) => subject);
}
