import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

let derived: { from: string; secret: Buffer } | undefined;

/**
 * What of an API key is stored: an HMAC-SHA-256, so that neither the table nor a copy of it gives a key away, and no
 * slow hash is needed on each request (the key itself is 238 random bits).
 */
export function hashKey(key: string): Buffer {
  return createHmac("sha256", keySecret()).update(key).digest();
}

function keySecret(): Buffer {
  const { ECU_KEY_SECRET, NEXTAUTH_SECRET } = env();
  const from = ECU_KEY_SECRET ?? NEXTAUTH_SECRET;
  if (!from)
    throw new Error("NEXTAUTH_SECRET is not set. Start with `npm start`, or set it to 32 random bytes.");
  if (derived?.from !== from) {
    derived = { from, secret: Buffer.from(hkdfSync("sha256", from, "", "ecu api keys", 32)) };
  }
  return derived.secret;
}
