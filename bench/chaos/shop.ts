import { setTimeout as wait } from "node:timers/promises";
import Stripe from "stripe";
import { z } from "zod";

/** Test cards as Stripe publishes them: one that pays, one that is declined. */
export const GOOD_CARD = "4242424242424242";
export const LOSER = "4000000000000002";

const PATIENCE_MS = 120_000;

/** Cents of one account, as the payment provider has them. */
const Sums = z.object({
  accounts: z.record(z.string(), z.object({ paid: z.number(), refunded: z.number(), disputed: z.number() })),
});
export type Sums = z.infer<typeof Sums>["accounts"];

/**
 * The payment provider's side: what people do on its pages and the operator in its dashboard. Its process is killed like
 * any other, so that everything is tried until it has an answer; what would happen twice carries a key.
 */
export class Shop {
  private readonly stripe: Stripe;

  constructor(private readonly url: string) {
    const { hostname, port } = new URL(url);
    this.stripe = new Stripe("sk_test_chaos", {
      host: hostname,
      port,
      protocol: "http",
      maxNetworkRetries: 0,
      timeout: 10_000,
    });
  }

  /** Saves a card that pays for a customer. */
  async saveCard(customer: string): Promise<string> {
    return this.insist(
      async () => (await this.stripe.paymentMethods.attach("pm_card_visa", { customer })).id,
    );
  }

  /** Does what a person does on the page of a checkout session, which a declined card leaves open. */
  async pay(session: string, card: string, save: boolean): Promise<void> {
    await this.insist(async () => {
      const status = await this.control(`checkout/${session}/pay`, { card, save });
      if (status < 300) return;
      // It was paid by the request whose answer was lost.
      const { payment_status: paid } = await this.stripe.checkout.sessions.retrieve(session);
      if (paid === "paid") return;
      throw new Error(`the payment of ${session} was answered with ${status}`);
    });
  }

  /** The payment of a session, for what may be done with it later. */
  async paymentOf(session: string): Promise<{ intent: string; charge: string; cents: number }> {
    return this.insist(async () => {
      const { payment_intent: intent } = await this.stripe.checkout.sessions.retrieve(session, {
        expand: ["payment_intent"],
      });
      if (intent === null || typeof intent === "string") throw new Error(`${session} has no payment`);
      const charge = intent.latest_charge;
      if (charge === null) throw new Error(`${intent.id} has no charge`);
      return {
        intent: intent.id,
        charge: typeof charge === "string" ? charge : charge.id,
        cents: intent.amount_received,
      };
    });
  }

  /** Gives money back from the dashboard. */
  async refund(intent: string, cents: number, key: string): Promise<void> {
    await this.insist(() =>
      this.stripe.refunds.create({ payment_intent: intent, amount: cents }, { idempotencyKey: key }),
    );
  }

  /** The bank takes a payment back; some of the disputes are won later. */
  async dispute(charge: string, end: "win" | "lose" | null): Promise<void> {
    const disputes = await this.insist(async () => {
      const status = await this.control("disputes", { charge });
      if (status >= 500) throw new Error(`the dispute of ${charge} was answered with ${status}`);
      return this.stripe.disputes.list({ charge });
    });
    const [dispute] = disputes.data;
    if (!dispute || !end) return;
    await this.insist(async () => {
      const status = await this.control(`disputes/${dispute.id}/${end}`, {});
      if (status >= 500) throw new Error(`the end of ${dispute.id} was answered with ${status}`);
    });
  }

  async sums(): Promise<Sums> {
    return this.insist(async () =>
      Sums.parse(
        await (await fetch(`${this.url}/_sandbox/sums`, { signal: AbortSignal.timeout(10_000) })).json(),
      ),
    ).then(({ accounts }) => accounts);
  }

  /** Brings what waits for its next try: Stripe's back-off would have us wait for hours. */
  async flush(): Promise<void> {
    await this.insist(() => this.control("webhooks/flush", {}));
  }

  private async control(path: string, body: unknown): Promise<number> {
    const response = await fetch(`${this.url}/_sandbox/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return response.status;
  }

  private async insist<T>(work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const refused = error instanceof Stripe.errors.StripeInvalidRequestError;
        if (refused || Date.now() > deadline) throw error;
        await wait(200);
      }
    }
  }
}
