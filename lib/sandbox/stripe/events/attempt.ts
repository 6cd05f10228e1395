import type Stripe from "stripe";
import type { Mode } from "./mode";
import { sign } from "./sign";

const TIMEOUT_MS = 20_000;

/** Sends an event to an endpoint once (more often where the mode says so); returns the status, 0 without an answer. */
export async function attempt(event: Stripe.Event, url: string, secret: string, mode: Mode): Promise<number> {
  const body = JSON.stringify(event, null, 2);
  // Whoever verifies a signature goes by the real time, not by that of the sandbox.
  const seconds = Math.floor(Date.now() / 1000) - mode.ageSeconds;
  const signature = sign(body, mode.missign ? `${secret}-another` : secret, seconds);
  const statuses = await Promise.all(
    Array.from({ length: mode.duplicate }, () => send(url, body, signature)),
  );
  return (
    Math.max(...statuses.map((status) => (status >= 200 && status < 300 ? status : 0))) || (statuses[0] ?? 0)
  );
}

async function send(url: string, body: string, signature: string): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "stripe-signature": signature,
      },
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
