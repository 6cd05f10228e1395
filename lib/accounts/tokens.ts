import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 random bits for a link in a mail. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What of such a secret is stored. It is random and long, so that a plain hash keeps it. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
