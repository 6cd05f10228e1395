import { afterAll, beforeAll, expect, it } from "vitest";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { context, trace } from "@opentelemetry/api";
import { post } from "@/lib/ledger/post";
import { accountWith, spend } from "@/lib/testing/accounts";
import { installationMetrics } from "./installation";
import { metrics } from "./registry";
import { carriesToken } from "./token";
import { watchLedger } from "./watch-ledger";

const received: string[] = [];
const collector = createServer((request, response) => {
  void read(request).then((body) => {
    received.push(body);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
});

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  return (request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("latin1");
}

beforeAll(async () => {
  await new Promise<void>((ready) => void collector.listen(0, "127.0.0.1", ready));
  const { port } = collector.address() as AddressInfo;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
});
afterAll(() => new Promise<void>((closed) => void collector.close(() => closed())));

it("counts what the ledger commits, and says how the installation does", async () => {
  watchLedger();
  const ctx = await accountWith("10");
  const count = async () => (await metrics().postings.get()).values[0]?.value ?? 0;
  const before = await count();
  await post([spend(ctx, "1"), spend(ctx, "1")]);
  expect(await count()).toBe(before + 2);
  const text = await metrics().registry.metrics();
  expect(text).toMatch(/ecu_ledger_batch_duration_seconds_count [1-9]/);
  expect(text).toContain("process_cpu_seconds_total");
  const installation = await installationMetrics();
  expect(installation).toContain('ecu_check{name="Worker"} 2');
  expect(installation).toContain("ecu_outbox_tasks");
  expect(installation).toContain("ecu_webhooks_given_up 0");
  expect(installation).toContain('ecu_check{name="Webhooks"} 0');
  expect(installation).not.toContain(ctx.accountId);
});

it("takes the metrics' token and nothing like it", () => {
  expect(carriesToken("Bearer the-token", "the-token")).toBe(true);
  for (const wrong of [
    null,
    "",
    "the-token",
    "Bearer ",
    "Bearer the-tokem",
    "bearer the-token",
    "Bearer the-token ",
  ])
    expect(carriesToken(wrong, "the-token")).toBe(false);
});

it("sends a span of each batch to the collector, with its account and without what was posted", async () => {
  const { startTracing, stopTracing } = await import("@/lib/web/tracing/start-tracing");
  startTracing("worker");
  const ctx = await accountWith("10");
  const tracer = trace.getTracer("test");
  await tracer.startActiveSpan("outer", async (span) => {
    await post([spend(ctx, "1", "a key that nobody needs to see")]);
    span.end();
  });
  await stopTracing();
  trace.disable();
  context.disable();
  const sent = received.join("\n");
  expect(sent).toContain("ledger batch");
  expect(sent).toContain(ctx.accountId);
  expect(sent).toContain("service.component");
  expect(sent).not.toContain("a key that nobody");
});
