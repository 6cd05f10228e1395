import { createHash, timingSafeEqual } from "node:crypto";
import { Failure } from "./failure";

/** The key that a request is billed to. Known are the sandbox's own, and those of customers: `sk-own-…`. */
export function authenticate(header: string | undefined, managedKey: string): string {
  const key = /^Bearer (\S+)$/i.exec(header ?? "")?.[1] ?? "";
  if (key === "")
    throw new Failure(
      401,
      "invalid_api_key",
      "No API key was sent: it belongs into the header Authorization, after Bearer.",
    );
  if (!isSame(key, managedKey) && !/^sk-own-\S/.test(key))
    throw new Failure(401, "invalid_api_key", `The API key ${masked(key)} is not known here.`);
  return key;
}

/** Enough of a key to know it by. */
export function masked(key: string): string {
  return key.length < 16 ? `${key.slice(0, 3)}…` : `${key.slice(0, 8)}…${key.slice(-4)}`;
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
