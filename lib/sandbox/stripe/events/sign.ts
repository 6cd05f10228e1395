import { createHmac } from "node:crypto";

/** The header `Stripe-Signature` of a webhook: the time and an HMAC-SHA256 over time and body. */
export function sign(body: string, secret: string, seconds: number): string {
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}
