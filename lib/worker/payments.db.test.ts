import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Logger, run, runMigrations, type Runner } from "graphile-worker";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startCheckedSandbox } from "@/lib/sandbox/stripe/conformance/start-checked";
import type { StripeSandbox } from "@/lib/sandbox/stripe/start";

const SECRET = "whsec_of_the_endpoint";

// Our endpoint as a server: what Next does with a request, without Next.
const endpoint = createServer((request, response) => {
  void (async () => {
    const { POST } = await import("@/app/api/stripe/webhook/route");
    const signature = String(request.headers["stripe-signature"]);
    const body = await text(request);
    const sent = new Request("http://console.test/api/stripe/webhook", {
      method: "POST",
      headers: { "stripe-signature": signature },
      body,
    });
    const answer = await POST(sent);
    response.writeHead(answer.status).end(await answer.text());
  })();
});

let sandbox: StripeSandbox;
let runner: Runner;
const stopping = new AbortController();
let dispatching: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((listening) => void endpoint.listen(0, "127.0.0.1", listening));
  const { port } = endpoint.address() as AddressInfo;
  const webhook = { url: `http://127.0.0.1:${port}/api/stripe/webhook`, secret: SECRET };
  sandbox = await startCheckedSandbox({ webhook });
  process.env.STRIPE_SECRET_KEY = sandbox.secretKey;
  process.env.STRIPE_WEBHOOK_SECRET = SECRET;
  process.env.STRIPE_API_BASE = sandbox.url;
  const { requiredUrl } = await import("@/lib/db/client");
  const { runDispatcher } = await import("@/lib/queue/dispatcher");
  const { ensureDefaultRateCard } = await import("@/lib/metering/import-rates");
  const { tasks } = await import("./tasks");
  const connection = { connectionString: requiredUrl(), logger: new Logger(() => () => undefined) };
  await runMigrations(connection);
  await ensureDefaultRateCard();
  const mail = { "mail.send": async () => undefined };
  runner = await run({
    ...connection,
    taskList: { ...tasks, ...mail },
    pollInterval: 100,
    noHandleSignals: true,
  });
  dispatching = runDispatcher(stopping.signal, (error) => {
    throw error;
  });
});

afterAll(async () => {
  stopping.abort();
  await dispatching;
  await runner.stop();
  await sandbox.close();
  endpoint.close();
});

it("what is paid at Stripe is in the ledger within seconds, by webhook, queue and worker, with a mail", async () => {
  const { prisma } = await import("@/lib/db/client");
  const { startCheckout } = await import("@/lib/purchases/start-checkout");
  const { listPurchases } = await import("@/lib/purchases/list-purchases");
  const { readWallets } = await import("@/lib/ledger/wallets");
  const { testPerson } = await import("@/lib/testing/people");
  const { newId } = await import("@/lib/values/ids");
  const { ctx, accountId } = await testPerson();
  const { url } = await startCheckout(ctx, { credits: "100", saveCard: false, requestKey: newId() });
  const session = /cs_\w+/.exec(url)?.[0] ?? "";
  const paid = await fetch(`${sandbox.url}/_sandbox/checkout/${session}/pay`, { method: "POST", body: "{}" });
  expect(paid.status).toBe(200);
  await vi.waitFor(async () => {
    expect((await readWallets(ctx)).credit.balance).toBe(175_000_000_000n);
    expect(await prisma().email.count({ where: { accountId, template: "payment-receipt" } })).toBe(1);
  }, 10_000);
  expect(await listPurchases(ctx)).toMatchObject([{ status: "paid", checkout_url: null }]);
});
