import { randomBytes } from "node:crypto";
import { deriveSecret } from "@/lib/accounts/derive-secret";
import { seal, unseal } from "@/lib/accounts/rules/seal";

const SEAL = "ecu webhook secrets";
const SECRET_BYTES = 32;

/** The row that a secret belongs to. */
export interface SecretPlace {
  accountId: string;
  id: string;
}

/** A new signing secret, as Standard Webhooks writes it, and what is kept of it. */
export function newSecret(place: SecretPlace): { secret: string; sealed: Uint8Array<ArrayBuffer> } {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
  const sealed = seal(secret, { ...place, what: "webhook" }, deriveSecret(SEAL), randomBytes(12));
  return { secret, sealed: new Uint8Array(sealed) };
}

/** The secret, for signing alone; null where it cannot be opened any more. */
export function openSecret(sealed: Uint8Array, place: SecretPlace): string | null {
  return unseal(sealed, { ...place, what: "webhook" }, deriveSecret(SEAL));
}
