import type { z } from "zod";
import type { KeysAnswer } from "./schema-api";
import { publishedKeys } from "./signing-keys";

/** The keys that sign or signed statements and receipts, as a JSON Web Key Set. */
export async function keySet(): Promise<z.output<typeof KeysAnswer>> {
  const keys = await publishedKeys();
  return {
    keys: keys.map(({ kid, x, createdAt }, index) => ({
      ...({ kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid, x } as const),
      since: createdAt.toISOString(),
      signs_now: index === 0,
    })),
  };
}
