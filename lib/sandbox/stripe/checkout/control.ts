import type { Context, Hono } from "hono";
import { z } from "zod";
import { HOME } from "../pages/card-fields";
import type { Means } from "../pages/read-means";
import { ROUTING_NUMBER } from "../pages/test-numbers";
import { authenticate } from "../payments/authenticate";
import { authenticateSetup } from "../payments/confirm-setup";
import { StripeError } from "../server/errors";
import type { Sandbox } from "../sandbox";
import { applyTax, taxMissing } from "./apply-tax";
import { paySession } from "./pay-session";
import { intentOf, whereTo } from "./where-to";

const order = z.strictObject({
  /** A card number. */
  card: z.string().optional(),
  /** A US bank account number. */
  account: z.string().optional(),
  /** A saved payment method. */
  payment_method: z.string().optional(),
  email: z.string().default("ada@example.com"),
  name: z.string().default("Ada Lovelace"),
  /** By which tax is worked out, where the session asks for that. */
  country: z.string().default(HOME),
  save: z.boolean().default(false),
  /** What the person does when their bank asks. */
  complete3ds: z.union([z.boolean(), z.literal("abandon")]).default(true),
});

type Order = z.output<typeof order>;

/** `POST /_sandbox/checkout/<session>/pay`: what a person does on the page, for tests without a browser. */
export function checkoutControl(app: Hono, sandbox: Sandbox): void {
  app.post("/_sandbox/checkout/:session/pay", async (c) => {
    const id = c.req.param("session");
    const read = order.safeParse(await c.req.json().catch(() => null));
    if (!read.success) return c.json({ error: { message: z.prettifyError(read.error) } }, 400);
    if (!sandbox.read((tx) => tx.get("checkout.session", id)))
      return c.json({ error: { message: `No such checkout session: ${id}` } }, 404);
    try {
      pay(sandbox, id, read.data);
      return answer(c, sandbox, id, null);
    } catch (error) {
      if (error instanceof StripeError) return answer(c, sandbox, id, error);
      throw error;
    }
  });
}

function pay(
  sandbox: Sandbox,
  id: string,
  { country, complete3ds: passed, email, save, ...how }: Order,
): void {
  const means = meansOf(how);
  sandbox.transact((tx) => {
    if (taxMissing(tx.need("checkout.session", id), country)) applyTax(tx, id, country);
    paySession(tx, id, { means, email, save });
  });
  const intent = sandbox.read((tx) => intentOf(tx, id));
  if (intent?.status !== "requires_action" || passed === "abandon") return;
  const step = intent.object === "payment_intent" ? authenticate : authenticateSetup;
  sandbox.transact((tx) => step(tx, intent.id, passed));
}

function meansOf({
  card,
  account,
  payment_method: saved,
  name,
}: Pick<Order, "card" | "account" | "payment_method" | "name">): Means {
  if (saved) return { type: "saved", id: saved };
  if (account)
    return {
      type: "us_bank_account",
      us_bank_account: { account_number: account, routing_number: ROUTING_NUMBER },
      billing_details: { name },
    };
  const number = (card ?? "4242424242424242").replace(/\s/g, "");
  return {
    type: "card",
    card: { number, exp_month: 12, exp_year: 2040, cvc: "123" },
    billing_details: { name },
  };
}

/** The session and the intent as they are now. A decline is an outcome like another, and the session is still open. */
function answer(c: Context, sandbox: Sandbox, id: string, error: StripeError | null): Response {
  const { session, intent, url } = sandbox.read((tx) => ({
    session: tx.need("checkout.session", id),
    intent: intentOf(tx, id) ?? null,
    url: whereTo(tx, id),
  }));
  const told = error && {
    message: error.message,
    code: error.body.code,
    decline_code: error.body.decline_code,
  };
  const status = error === null || error.status === 402 ? 200 : 400;
  return c.json({ status: intent?.status ?? null, session, intent, url, error: told }, status);
}
