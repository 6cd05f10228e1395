import { parseArgs } from "node:util";
import { createAccount } from "@/lib/accounts/create-account";
import { createPlatformKey } from "@/lib/accounts/keys";
import { disconnect } from "@/lib/db/client";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { post, stopPosting } from "@/lib/ledger/post";
import { ensureCustomer } from "@/lib/purchases/ensure-customer";
import { syncPaymentMethods } from "@/lib/purchases/payment-methods/sync";
import { setAutoRecharge } from "@/lib/purchases/recharge/set-auto-recharge";
import { systemContext } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { Chance } from "@/prisma/seed/random";
import { audit } from "./audit";
import { Client } from "./client";
import { killNowAndThen } from "./killer";
import { Limits } from "./limits";
import { operate } from "./operations";
import { type Product, startProduct } from "./product";
import { report } from "./report";
import { comeToRest } from "./rest";
import { Shop } from "./shop";
import { nothingYet } from "./told";

const CLIENTS = 32;
const ACCOUNTS = 40;
const MACHINE_ACCOUNTS = 6;
/** How many of them are filled up by auto-recharge. */
const RECHARGING = 10;

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    /** Only what concerns the ledger: no models, machines and cards. For long runs. */
    ledger: { type: "boolean", default: false },
    /** The most seconds between two kills. */
    pause: { type: "string", default: "7" },
    json: { type: "boolean", default: false },
  },
});

const product = await startProduct();
try {
  process.exitCode = (await run(product, Number(values.operations), Number(values.seed))) ? 0 : 1;
} finally {
  await stopPosting();
  await disconnect();
  await product.stop();
}

/** Fires operations at the product while its processes are killed, lets it come to rest, and audits the books. True when all is well. */
async function run(product: Product, operations: number, seed: number): Promise<boolean> {
  process.env.DATABASE_URL = product.databaseUrl;
  process.env.STRIPE_API_BASE = product.stripeUrl;
  await takeSecrets();
  const limits = new Limits();
  const accounts = await openAccounts(ACCOUNTS, (id) => limits.set(id));
  const machines = await openAccounts(MACHINE_ACCOUNTS, giveCredit);
  const { key } = await createPlatformKey({ name: "Chaos" });
  const shop = new Shop(product.stripeUrl);
  for (const accountId of accounts.slice(0, RECHARGING)) await rechargeBySelf(accountId, shop);
  const told = nothingYet();
  const stop = new AbortController();
  const killing = killNowAndThen(product, new Chance(seed), Number(values.pause) * 1_000, stop.signal);
  const begun = Date.now();
  const clients = Array.from(
    { length: CLIENTS },
    (_, index) => new Client(product.urls, key, new Chance(seed * 1_000 + index)),
  );
  let said = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (told.operations < operations) {
        await operate(client, { accounts, machines }, told, shop, limits, values.ledger);
        const twentieths = Math.floor((20 * told.operations) / operations);
        if (values.json || twentieths <= said) continue;
        said = twentieths;
        const seconds = Math.round((Date.now() - begun) / 1_000);
        console.error(`${told.operations} of ${operations} operations after ${seconds} s`);
      }
    }),
  );
  stop.abort();
  const killed = await killing;
  const seconds = (Date.now() - begun) / 1_000;
  told.conflicts.push(...(await comeToRest(shop)));
  return report(
    { seed, seconds, told, clients, killed, audit: await audit(told, product, shop, begun) },
    values.json,
  );
}

/** The key that seals API keys is the installation's own. */
async function takeSecrets(): Promise<void> {
  const { readFile } = await import("node:fs/promises");
  const secrets = JSON.parse(await readFile(".cache/chaos/secrets.json", "utf8")) as Record<string, string>;
  for (const [name, value] of Object.entries(secrets)) if (/^[A-Z_]+$/.test(name)) process.env[name] = value;
  process.env.STRIPE_SECRET_KEY = secrets.stripeKey;
  process.env.STRIPE_WEBHOOK_SECRET = secrets.stripeWebhookSecret;
}

async function rechargeBySelf(accountId: string, shop: Shop): Promise<void> {
  const paymentMethodId = await shop.saveCard(await ensureCustomer(accountId));
  await syncPaymentMethods(accountId);
  const settings = { threshold: "20", credits: "50", monthlyCapUsd: null, paymentMethodId };
  await setAutoRecharge(systemContext(accountId, "chaos"), settings);
}

async function openAccounts(count: number, furnish: (id: string) => Promise<void>): Promise<string[]> {
  const actor = { kind: "system", name: "chaos" } as const;
  const accounts: string[] = [];
  for (let index = 0; index < count; index++) {
    const id = await createAccount({ name: `Chaos ${index}`, starter: false, actor, requestId: "chaos" });
    await furnish(id);
    accounts.push(id);
  }
  return accounts;
}

/** Enough for some hours of several machines, and not for all that will be asked for. */
async function giveCredit(accountId: string): Promise<void> {
  const grant = { accountId, unit: "credit", type: "bonus", source: "system", description: "Chaos" } as const;
  await post([
    grantPosting({ ...grant, amount: parseCredits("120"), idempotencyKey: "chaos", expiresAt: null }),
  ]);
}
