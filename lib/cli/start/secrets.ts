import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readJson, writeJson } from "./files";

const Secrets = z.object({
  NEXTAUTH_SECRET: z.string(),
  ECU_KEY_SECRET: z.string(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  /** The key and the signing secret of the Stripe sandbox. */
  stripeKey: z.string(),
  stripeWebhookSecret: z.string(),
  /** The key of the provider sandbox. */
  providerKey: z.string(),
});

/** What an installation of its own database needs and nobody should have to make up. */
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of the data directory, made on the first start; what an older version did not know of is added. */
export function readSecrets(path: string): Secrets {
  const known = Secrets.partial().parse(readJson(path) ?? {});
  const make = () => randomBytes(32).toString("base64url");
  const secrets = {
    NEXTAUTH_SECRET: make(),
    ECU_KEY_SECRET: make(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    ownerPassword: make(),
    appPassword: make(),
    stripeKey: `sk_test_${randomBytes(24).toString("hex")}`,
    stripeWebhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
    providerKey: `sk-sandbox-${randomBytes(24).toString("hex")}`,
    ...known,
  };
  writeJson(path, secrets);
  return secrets;
}
