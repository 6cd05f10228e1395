import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";
import { settleCheckout } from "@/lib/purchases/settle-checkout";
import { startCheckout } from "@/lib/purchases/start-checkout";
import { inAccount } from "@/lib/db/transaction";
import { commandOf } from "@/lib/programs/bundle.mjs";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

/** A Stripe of the drill's own, which outlives every loss of the database, as Stripe does. */
export interface Till {
  /** Begins a purchase of credit. Gives its session at Stripe. */
  begin: (ctx: Context, credits: string) => Promise<string>;
  /** What the customer does on Stripe's page. */
  pay: (session: string) => Promise<void>;
  /** What the webhook leads to. */
  settle: (session: string) => Promise<void>;
  close: () => void;
}

/** Starts it, and names it in the environment: before anything reads that. */
export async function openTill(folder: string): Promise<Till> {
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://127.0.0.1:${port}`;
  process.env.STRIPE_SECRET_KEY = `sk_test_${randomBytes(24).toString("hex")}`;
  process.env.STRIPE_WEBHOOK_SECRET = `whsec_${randomBytes(24).toString("hex")}`;
  process.env.STRIPE_API_BASE = url;
  const child = spawn(process.execPath, await commandOf("lib/sandbox/stripe/main.ts"), {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      STRIPE_SANDBOX_PORT: String(port),
      STRIPE_SANDBOX_DIR: folder,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await untilOpen(url, child);
  return {
    begin,
    pay: async (session) => {
      const answer = await fetch(`${url}/_sandbox/checkout/${session}/pay`, { method: "POST", body: "{}" });
      if (!answer.ok) throw new Error(`paying answered ${answer.status}: ${await answer.text()}`);
    },
    settle: async (session) => void (await settleCheckout(session)),
    close: () => void child.kill(),
  };
}

async function begin(account: Context, credits: string): Promise<string> {
  const ctx = { ...account, permissions: new Set(PERMISSIONS) };
  const { purchaseId: id } = await startCheckout(ctx, { credits, saveCard: false, requestKey: newId() });
  const { accountId } = ctx;
  const purchase = await inAccount(accountId, (tx) =>
    tx.purchase.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } }),
  );
  return purchase.checkoutSessionId ?? "";
}

async function untilOpen(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && child.exitCode === null) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(100);
  }
  throw new Error("the Stripe sandbox did not start");
}
