import { createHmac } from "node:crypto";
import { deriveSecret } from "./derive-secret";

/**
 * What of an API key is stored: an HMAC-SHA-256, so that neither the table nor a copy of it gives a key away, and no
 * slow hash is needed on each request (the key itself is 238 random bits).
 */
export function hashKey(key: string): Buffer {
  return createHmac("sha256", deriveSecret("ecu api keys")).update(key).digest();
}
