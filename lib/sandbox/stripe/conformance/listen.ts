import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";

/** An endpoint that takes webhooks, and believes only what the SDK verifies. */
export interface Listener {
  url: string;
  secret: string;
  /** What has arrived, in the order of arrival. */
  events: Stripe.Event[];
  /** Resolves when an event of each of these types is there; fails after ten seconds, naming what is missing. */
  arrived(...types: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts an endpoint on a free port. */
export async function listenForEvents(): Promise<Listener> {
  const secret = "whsec_conformance";
  const events: Stripe.Event[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      try {
        const signature = request.headers["stripe-signature"] ?? "";
        events.push(Stripe.webhooks.constructEvent(Buffer.concat(parts), signature, secret));
        response.writeHead(200).end();
      } catch {
        response.writeHead(400).end();
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const missing = (types: string[]) => types.filter((type) => !events.some((event) => event.type === type));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    secret,
    events,
    arrived: async (...types) => {
      for (let waited = 0; missing(types).length > 0; waited += 20) {
        if (waited >= 10_000)
          throw new Error(
            `${missing(types).join(", ")} did not arrive; there were ${events.map(({ type }) => type).join(", ")}`,
          );
        await new Promise((later) => setTimeout(later, 20));
      }
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
