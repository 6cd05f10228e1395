import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const LOOK_MS = 200;
const PATIENCE_MS = 20_000;

/** Where the demo buys, and as whom. */
export interface DemoShop {
  /** The console. */
  url: string;
  platformKey: string;
  accountId: string;
  /** The Stripe sandbox. */
  stripe: { url: string; key: string };
}

const Purchase = z.object({ id: z.string(), checkout_url: z.string().nullable() });
const Paid = z.object({ status: z.literal("paid") });
const Session = z.object({ payment_intent: z.string() });
const Newest = z.tuple([z.object({ type: z.literal("refund") })]);

/**
 * Buys credit for the demo and has a part of it refunded, as a platform and Stripe's dashboard do it, so that a new user sees a receipt and a credit note: through
 * the API, the checkout, and Stripe's webhooks. Waits until both are in the books.
 */
export async function buyForDemo({ url, platformKey, accountId, stripe }: DemoShop): Promise<void> {
  const ours = (path: string, body?: object) =>
    answerOf(`${url}/api/v1${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${platformKey}`,
        "ecu-account": accountId,
        "content-type": "application/json",
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const authorization = `Bearer ${stripe.key}`;
  const { id, checkout_url: page } = Purchase.parse(await ours("/purchases", { credits: "250" }));
  const session = new URL(page ?? "").pathname.split("/").at(-1) ?? "";
  await answerOf(`${stripe.url}/_sandbox/checkout/${session}/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  await until(async () => Paid.safeParse(await ours(`/purchases/${id}`)).success);
  const { payment_intent: intent } = Session.parse(
    await answerOf(`${stripe.url}/v1/checkout/sessions/${session}`, { headers: { authorization } }),
  );
  await answerOf(`${stripe.url}/v1/refunds`, {
    method: "POST",
    headers: { authorization },
    body: new URLSearchParams({ payment_intent: intent, amount: "1000", reason: "requested_by_customer" }),
  });
  const rows = `/transactions?ref_type=payment_intent&ref_id=${intent}&limit=1`;
  await until(async () => Newest.safeParse(await ours(rows)).success);
}

async function answerOf(address: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await isDone()); await sleep(LOOK_MS))
    if (Date.now() > end) throw new Error("it did not come through in time");
}
