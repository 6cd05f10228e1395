import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { disconnect, requiredUrl } from "@/lib/db/client";
import { connectionConfig } from "@/lib/db/pool";
import { stopPosting } from "@/lib/ledger/post";
import { CliFault } from "./output";

/** What `npm start` leaves for scripts in its data directory. */
const Demo = z.object({
  url: z.string().optional(),
  accounts: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  platform_key: z.string().optional(),
  database_url: z.string().optional(),
  stripe_sandbox_url: z.string().optional(),
});
export type Demo = z.output<typeof Demo>;

/** What a running installation says about itself; null where none was started. */
export function readDemo(): Demo | null {
  const file = join(dataDirectory(), "demo.json");
  return existsSync(file) ? Demo.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

function dataDirectory(): string {
  return process.env.ECU_DATA_DIR ?? ".ecu";
}

/**
 * Runs a command on the database of the installation: that of DATABASE_URL, or else the one that `npm start` runs here. Connections are
 * closed afterwards.
 * @throws CliFault when there is neither, or nobody answers there
 */
export async function withDatabase<T>(run: () => Promise<T>): Promise<T> {
  joinInstallation();
  await expectDatabase(requiredUrl());
  try {
    return await run();
  } finally {
    await stopPosting();
    await disconnect();
  }
}

function joinInstallation(): void {
  const demo = readDemo();
  const local = demo?.database_url;
  if (local !== undefined) process.env.DATABASE_URL ??= local;
  // Another database has secrets of its own: a key that is sealed with these would open nothing there.
  if (local !== undefined && process.env.DATABASE_URL === local) joinSecrets(demo?.stripe_sandbox_url);
  if (!process.env.DATABASE_URL) {
    throw new CliFault(
      `There is no installation in ${dataDirectory()}. Start it with \`npm start\`, or set DATABASE_URL.`,
    );
  }
}

/** Says what is the matter before a command meets it in the middle of its work. */
async function expectDatabase(url: string): Promise<void> {
  if (!URL.canParse(url))
    throw new CliFault(
      "DATABASE_URL must be an address such as postgresql://ecu_app:password@db.example.com:5432/ecu",
    );
  const client = new pg.Client(connectionConfig(url));
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CliFault(
      `The database at ${new URL(url).host} cannot be reached (${message || code}). Is \`npm start\` running? Another database is named by DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function joinSecrets(sandboxUrl: string | undefined): void {
  const { stripeKey, stripeWebhookSecret, ...secrets } = readSecrets();
  for (const [name, value] of Object.entries(secrets)) process.env[name] ??= value;
  // A key that was given is for Stripe itself, or for another place that was given with it.
  if (sandboxUrl === undefined || process.env.STRIPE_SECRET_KEY) return;
  process.env.STRIPE_API_BASE = sandboxUrl;
  process.env.STRIPE_SECRET_KEY = stripeKey;
  process.env.STRIPE_WEBHOOK_SECRET = stripeWebhookSecret;
}

/** The secrets that `npm start` made for itself, under the names of the environment. */
function readSecrets(): Record<string, string> {
  const file = join(dataDirectory(), "secrets.json");
  if (!existsSync(file)) return {};
  return z
    .record(z.string(), z.string())
    .catch({})
    .parse(JSON.parse(readFileSync(file, "utf8")));
}
