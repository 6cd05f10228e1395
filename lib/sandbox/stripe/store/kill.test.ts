import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { commandOf } from "@/lib/programs/bundle.mjs";
import { startStripeSandbox } from "../start";
import { paying, sdkOf } from "../testing";

let folder: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stripe-sandbox-"));
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** The program that `npm start` runs. */
async function program(port: number): Promise<ChildProcess> {
  const env = { ...process.env, STRIPE_SANDBOX_PORT: String(port), STRIPE_SANDBOX_DIR: folder };
  child = spawn(process.execPath, await commandOf("lib/sandbox/stripe/main.ts"), {
    env,
    stdio: "ignore",
  });
  const health = async () => expect((await fetch(`http://127.0.0.1:${port}/_sandbox/health`)).ok).toBe(true);
  await vi.waitFor(health, { timeout: 20_000, interval: 100 });
  return child;
}

it("has every payment that it has answered, and no half of one, after kill -9 among requests", async () => {
  const port = await getPort();
  const running = await program(port);
  const stripe = sdkOf({ port, secretKey: "sk_test_killed" });
  const answered = new Set<string>();
  const pay = async (): Promise<void> => {
    for (;;) answered.add((await stripe.paymentIntents.create(paying(1000, "pm_card_visa"))).id);
  };
  const clients = Array.from({ length: 8 }, () => pay().catch(() => undefined));
  await vi.waitFor(() => expect(answered.size).toBeGreaterThan(50), { timeout: 20_000 });
  running.kill("SIGKILL");
  await Promise.all([once(running, "exit"), ...clients]);

  const sandbox = await startStripeSandbox({ folder });
  const again = sdkOf(sandbox);
  const intents = await again.paymentIntents.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 });
  expect(intents.map(({ id }) => id)).toEqual(expect.arrayContaining([...answered]));
  expect(
    intents.every(({ status, latest_charge: charge }) => status === "succeeded" && charge !== null),
  ).toBe(true);
  const charges = await again.charges.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 });
  expect(charges.map(({ payment_intent: of }) => of).sort()).toEqual(intents.map(({ id }) => id).sort());
  await sandbox.close();
}, 60_000);
