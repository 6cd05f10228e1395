import { createServer, type Server } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startCheckedSandbox } from "../conformance/start-checked";
import type { StripeSandbox } from "../start";
import { control, sdkOf } from "../testing";

const SECRET = "whsec_of_this_test";
let folder: string;
let server: Server;
let sandbox: StripeSandbox;
let stripe: Stripe;
let got: { body: string; signature: string }[];
let status: number;

beforeEach(async () => {
  got = [];
  status = 200;
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      got.push({ body, signature: String(request.headers["stripe-signature"]) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  folder = await mkdtemp(join(tmpdir(), "stripe-sandbox-"));
  await start();
});

afterEach(async () => {
  await sandbox.close();
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true });
});

async function start(): Promise<void> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  sandbox = await startCheckedSandbox({ folder, webhook: { url, secret: SECRET } });
  stripe = sdkOf(sandbox);
}

const customer = (name: string) => stripe.customers.create({ name });
const names = () =>
  got.map(({ body }) => (JSON.parse(body) as { data: { object: { name: string } } }).data.object.name);
const verify = ({ body, signature }: (typeof got)[number]) =>
  stripe.webhooks.constructEvent(body, signature, SECRET);

describe("a webhook", () => {
  it("arrives by itself, and verifies with the SDK", async () => {
    const { id } = await customer("Ada");
    await vi.waitFor(() => expect(got).toHaveLength(1), 15_000);
    const event = verify(got[0] ?? { body: "", signature: "" });
    expect(event).toMatchObject({
      type: "customer.created",
      api_version: "2026-10-28.endive",
      pending_webhooks: 1,
      data: { object: { id, name: "Ada" } },
      request: { idempotency_key: expect.any(String) },
    });
    await vi.waitFor(async () =>
      expect(await stripe.events.retrieve(event.id)).toMatchObject({ pending_webhooks: 0 }),
    );
  });

  it("that is not taken comes again, and is known as not delivered meanwhile", async () => {
    status = 500;
    await customer("Ada");
    await vi.waitFor(() => expect(got.length).toBeGreaterThan(0), 15_000);
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(1);
    expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(0);
    // On a busy machine it has come again by now.
    const refused = got.length;
    status = 200;
    await control(sandbox, "/clock", { advanceSeconds: 10 });
    await vi.waitFor(() => expect(got.length).toBeGreaterThan(refused), 15_000);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
    await vi.waitFor(async () =>
      expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(0),
    );
  });

  it("does not wait for another one that waits for its next try", async () => {
    status = 500;
    await customer("Ada");
    await vi.waitFor(() => expect(names().length).toBeGreaterThanOrEqual(3), { timeout: 10_000 });
    await customer("Bob");
    await vi.waitFor(() => expect(names()).toContain("Bob"), 15_000);
  }, 15_000);

  it("that is on its way arrives after a restart", async () => {
    await control(sandbox, "/webhooks/mode", { delayMs: 600_000 });
    await customer("Ada");
    await sandbox.close();
    await start();
    await vi.waitFor(() => expect(names()).toEqual(["Ada"]), 15_000);
  });

  it("can be lost, and sent again", async () => {
    await control(sandbox, "/webhooks/mode", { drop: true });
    await customer("Ada");
    await control(sandbox, "/webhooks/flush", {});
    expect(got).toHaveLength(0);
    await control(sandbox, "/webhooks/mode", {});
    const [event] = (await stripe.events.list({ delivery_success: false })).data;
    await control(sandbox, `/events/${event?.id}/resend`, {});
    expect(await control(sandbox, "/webhooks/flush", {})).toBeDefined();
    await vi.waitFor(() => expect(names()).toEqual(["Ada"]), 15_000);
  });

  it("can arrive several times, and in another order", async () => {
    await control(sandbox, "/webhooks/mode", { duplicate: 3 });
    await customer("Ada");
    await vi.waitFor(() => expect(got).toHaveLength(3), 15_000);
    got.length = 0;
    await control(sandbox, "/webhooks/mode", { reorder: true });
    for (const name of ["1", "2", "3"]) await customer(name);
    await vi.waitFor(() => expect(names()).toEqual(["3", "2", "1"]), { timeout: 20_000 });
  });

  it("can be signed wrongly or too long ago", async () => {
    await control(sandbox, "/webhooks/mode", { missign: true });
    await customer("Ada");
    await vi.waitFor(() => expect(got).toHaveLength(1), 15_000);
    expect(() => verify(got[0] ?? { body: "", signature: "" })).toThrow(/signature/);
    await control(sandbox, "/webhooks/mode", { ageSeconds: 301 });
    await customer("Bob");
    await vi.waitFor(() => expect(got).toHaveLength(2), 15_000);
    expect(() => verify(got[1] ?? { body: "", signature: "" })).toThrow(/tolerance/);
  });

  it("goes to endpoints that asked for its type, each with a secret of its own", async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/own`;
    const { id, secret } = await stripe.webhookEndpoints.create({ url, enabled_events: ["product.created"] });
    expect(secret).toMatch(/^whsec_/);
    expect(await stripe.webhookEndpoints.retrieve(id)).not.toHaveProperty("secret");
    await stripe.products.create({ name: "ECU" });
    await vi.waitFor(() => expect(got).toHaveLength(2), 15_000);
    const own = got.filter(({ body, signature }) => {
      try {
        return stripe.webhooks.constructEvent(body, signature, secret ?? "").type === "product.created";
      } catch {
        return false;
      }
    });
    expect(own).toHaveLength(1);
    await customer("Ada");
    await vi.waitFor(() => expect(got).toHaveLength(3), 15_000);
  });
});
