import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StripeSandbox } from "../start";
import { type Listener, listenForEvents } from "./listen";
import { startCheckedSandbox } from "./start-checked";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const shim = require.resolve("@stripe/cli/bin/shim.js");

let home: string;
let sandbox: StripeSandbox;
let listener: Listener;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "stripe-cli-"));
  listener = await listenForEvents();
  sandbox = await startCheckedSandbox({ webhook: { url: listener.url, secret: listener.secret } });
}, 30_000);

afterAll(async () => {
  await sandbox.close();
  await listener.close();
  await rm(home, { recursive: true, force: true });
}, 30_000);

/** Has Stripe's own command line make an event happen. It ends well even when a call failed: its words are looked at. */
async function trigger(event: string): Promise<void> {
  listener.events.length = 0;
  const { stdout, stderr } = await run(
    process.execPath,
    [shim, "trigger", event, "--api-base", sandbox.url, "--api-key", sandbox.secretKey],
    { env: { ...process.env, XDG_CONFIG_HOME: home, HOME: home }, timeout: 30_000 },
  );
  expect(stdout + stderr).toContain("Trigger succeeded!");
  await listener.arrived(event);
}

describe("the official command line triggers, and the webhook verifies:", () => {
  it("checkout.session.completed, of a session that was paid", async () => {
    await trigger("checkout.session.completed");
    const event = listener.events.find(({ type }) => type === "checkout.session.completed");
    expect(event?.data.object).toMatchObject({
      status: "complete",
      payment_status: "paid",
      amount_total: 3000,
    });
    await listener.arrived("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
  }, 40_000);

  it.each([
    ["payment_intent.succeeded", { status: "succeeded", amount_received: 2000 }],
    ["payment_intent.payment_failed", { status: "requires_payment_method", amount_received: 0 }],
    ["charge.refunded", { refunded: true, amount_refunded: 100 }],
    ["charge.dispute.created", { status: "warning_needs_response", amount: 100 }],
    ["checkout.session.expired", { status: "expired", payment_status: "unpaid" }],
    ["setup_intent.succeeded", { status: "succeeded" }],
    ["invoice.payment_failed", { status: "open", amount_paid: 0 }],
    ["invoice.voided", { status: "void" }],
    ["invoice.paid", { status: "paid", amount_paid: 2000, amount_remaining: 0 }],
  ])(
    "%s",
    async (type, fields) => {
      await trigger(type);
      expect(listener.events.find((event) => event.type === type)?.data.object).toMatchObject(fields);
    },
    40_000,
  );
});
