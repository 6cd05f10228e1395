import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readJson, writeJson } from "./files";

const Secrets = z.object({
  NEXTAUTH_SECRET: z.string(),
  ECU_KEY_SECRET: z.string(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
});

/** What an installation of its own database needs and nobody should have to make up. */
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of the data directory, made on the first start. */
export function readSecrets(path: string): Secrets {
  const known = Secrets.safeParse(readJson(path)).data;
  if (known) return known;
  const make = () => randomBytes(32).toString("base64url");
  const secrets = {
    NEXTAUTH_SECRET: make(),
    ECU_KEY_SECRET: make(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    ownerPassword: make(),
    appPassword: make(),
  };
  writeJson(path, secrets);
  return secrets;
}
