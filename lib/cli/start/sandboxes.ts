import { z } from "zod";
import type { Environment } from "@/lib/env";
import { type Files, readJson } from "./files";
import { freePortFrom } from "./ports";
import { readSecrets } from "./secrets";

export interface StripePlace {
  url: string;
  port: number;
  key: string;
  webhookSecret: string;
}

export interface ProviderPlace {
  url: string;
  port: number;
  key: string;
}

const Before = z.object({ stripe_sandbox_url: z.url().optional(), provider_sandbox_url: z.url().optional() });

/**
 * The Stripe sandbox, for an installation that tries things out and has no key: its port stays the same, because the
 * links of open checkouts lead there. Its secrets are kept in the data directory, also beside a database elsewhere.
 */
export async function stripePlace(env: Environment, files: Files): Promise<StripePlace | undefined> {
  if (env.STRIPE_SECRET_KEY || !triesOut(env)) return undefined;
  const { stripeKey: key, stripeWebhookSecret: webhookSecret } = readSecrets(files.secrets);
  const port = await portOf(files, "stripe_sandbox_url", 2590);
  return { url: `http://127.0.0.1:${port}`, port, key, webhookSecret };
}

/** The provider sandbox, for an installation that tries things out and has no key of a provider of models. */
export async function providerPlace(env: Environment, files: Files): Promise<ProviderPlace | undefined> {
  if (env.PROVIDER_API_KEY || !triesOut(env)) return undefined;
  const { providerKey: key } = readSecrets(files.secrets);
  const port = await portOf(files, "provider_sandbox_url", 2690);
  return { url: `http://127.0.0.1:${port}`, port, key };
}

function triesOut(env: Environment): boolean {
  return !env.DATABASE_URL || env.ECU_DEMO;
}

/** The port that a sandbox had before, if it is free. */
async function portOf(files: Files, name: keyof z.infer<typeof Before>, first: number): Promise<number> {
  const before = Before.safeParse(readJson(files.demo)).data?.[name];
  return freePortFrom(Number(before && new URL(before).port) || first);
}
