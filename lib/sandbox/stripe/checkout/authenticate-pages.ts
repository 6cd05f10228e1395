import type { Context, Hono } from "hono";
import { html, type Html, notice, show } from "../pages/layout";
import { money } from "../pages/money";
import { readValues } from "../pages/read-form";
import { authenticate } from "../payments/authenticate";
import { authenticateSetup } from "../payments/confirm-setup";
import type { Sandbox } from "../sandbox";
import { CardError } from "../server/errors";
import type { Tx } from "../tx";
import { sessionOf } from "./complete-session";
import { whereTo } from "./where-to";

/** Where a bank would ask whether it is really you: `/authenticate/<payment or set-up intent>`. */
export function authenticatePages(app: Hono, sandbox: Sandbox): void {
  app.get("/authenticate/:intent", (c) => showStep(c, sandbox, c.req.param("intent")));
  app.post("/authenticate/:intent", async (c) => {
    const id = c.req.param("intent");
    const { answer } = await readValues(c);
    const step = sandbox.read((tx) => stepOf(tx, id));
    if (!step?.asks) return showStep(c, sandbox, id);
    try {
      const passed = answer === "complete";
      sandbox.transact((tx) =>
        (tx.get("payment_intent", id) ? authenticate : authenticateSetup)(tx, id, passed),
      );
    } catch (error) {
      // A failed check or a decline is told on the page that the person comes back to.
      if (!(error instanceof CardError)) throw error;
    }
    const { back = null } = sandbox.read((tx) => stepOf(tx, id)) ?? {};
    const onward = back ?? (step.target && sandbox.read((tx) => returnOf(tx, id, step.target ?? "")));
    return onward ? c.redirect(onward, 303) : showStep(c, sandbox, id);
  });
}

function showStep(c: Context, sandbox: Sandbox, id: string): Response | Promise<Response> {
  const step = sandbox.read((tx) => stepOf(tx, id));
  if (!step)
    return show(c, {
      title: "Not found",
      body: notice("There is no such payment", "The link is wrong, or the sandbox was emptied."),
      status: 404,
    });
  if (!step.asks)
    return show(c, {
      title: "Nothing to confirm",
      body: notice(
        "There is nothing to confirm",
        "The payment was confirmed, refused or ended before.",
        step.back ? { href: step.back, label: "Go on" } : null,
      ),
    });
  return show(c, { title: "Confirm with your bank", body: question(step), leadsTo: [step.target] });
}

function question({ what, back }: Step): Html {
  return html`<main class="card">
    <form method="post" class="stack">
      <p class="tag">3-D Secure</p>
      <h1>Is it really you?</h1>
      <p>This is where your bank would ask for a code. ${what}</p>
      <button name="answer" value="complete">Complete authentication</button>
      <button class="danger" name="answer" value="fail">Fail authentication</button>
      ${back ? html`<a class="button quiet" href="${back}">Leave without an answer</a>` : ""}
    </form>
  </main>`;
}

interface Step {
  asks: boolean;
  what: string;
  /** Where the person goes from here. */
  back: string | null;
  /** Where it may lead to, once it is done. */
  target: string | null;
}

function stepOf(tx: Tx, id: string): Step | null {
  const payment = tx.get("payment_intent", id);
  const intent = payment ?? tx.get("setup_intent", id);
  if (!intent) return null;
  const session = sessionOf(tx, id);
  const asks = intent.status === "requires_action";
  const returnTo = intent.next_action?.redirect_to_url?.return_url ?? null;
  // Whoever leaves comes back to the checkout page, which is open for another try.
  const onward = session && (asks ? `/checkout/${session.id}` : whereTo(tx, session.id));
  return {
    asks,
    what: payment
      ? `It is about a payment of ${money(payment.amount, payment.currency)}.`
      : "It is about saving your card.",
    back: onward ?? returnTo,
    target: session ? session.success_url : returnTo,
  };
}

/** The address to go back to, with what Stripe adds to it. */
function returnOf(tx: Tx, id: string, target: string): string {
  const payment = tx.get("payment_intent", id);
  const intent = payment ?? tx.need("setup_intent", id);
  const name = payment ? "payment_intent" : "setup_intent";
  const url = new URL(target);
  url.searchParams.set(name, id);
  url.searchParams.set(`${name}_client_secret`, intent.client_secret ?? "");
  url.searchParams.set("redirect_status", intent.status === "succeeded" ? "succeeded" : "failed");
  return url.href;
}
