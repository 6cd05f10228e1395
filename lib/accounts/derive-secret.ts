import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

const derived = new Map<string, { from: string; secret: Buffer }>();

/** 32 bytes for one purpose, from the installation's secret: one that becomes known gives none of the others away. */
export function deriveSecret(purpose: string): Buffer {
  const { ECU_KEY_SECRET, NEXTAUTH_SECRET } = env();
  const from = ECU_KEY_SECRET ?? NEXTAUTH_SECRET;
  if (!from)
    throw new Error("NEXTAUTH_SECRET is not set. Start with `npm start`, or set it to 32 random bytes.");
  const known = derived.get(purpose);
  if (known?.from === from) return known.secret;
  const secret = Buffer.from(hkdfSync("sha256", from, "", purpose, 32));
  derived.set(purpose, { from, secret });
  return secret;
}
