import { createHash } from "node:crypto";
import type { SavedAnswer } from "../store/kinds";
import type { Tx } from "../tx";
import { StripeError } from "./errors";

/** How long a key is kept. */
export const KEY_SECONDS = 24 * 3600;

/** What makes two requests the same. */
export function fingerprintOf(method: string, path: string, params: object): string {
  return createHash("sha256")
    .update(`${method} ${path} ${canonical(params)}`)
    .digest("hex");
}

/** The first answer under a key, while it is kept; refuses another request under the same key. */
export function savedAnswer(tx: Tx, key: string, fingerprint: string): SavedAnswer | undefined {
  const saved = tx.get("_key", key);
  if (!saved || saved.at + KEY_SECONDS < tx.now) return undefined;
  if (saved.fingerprint !== fingerprint)
    throw new StripeError(400, {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  return saved;
}

/** Refuses a key whose first request is still being carried out. */
export function keyInUse(key: string): StripeError {
  return new StripeError(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
}
