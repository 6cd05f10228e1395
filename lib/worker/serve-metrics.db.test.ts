import { type Server } from "node:http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { post } from "@/lib/ledger/post";
import { accountWith, spend } from "@/lib/testing/accounts";

const TOKEN = "metrics-0123456789";
// The environment is read once, by whoever comes first: a port that is free now, and a token.
const { port } = await vi.hoisted(async () => {
  const { createServer: listen } = await import("node:http");
  const server = listen();
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const { port: free } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  process.env.ECU_METRICS_PORT = String(free);
  process.env.ECU_METRICS_TOKEN = "metrics-0123456789";
  process.env.ECU_PROCESS = "worker";
  return { port: free };
});
const { serveMetrics } = await import("./serve-metrics");

let server: Server | null = null;
beforeAll(async () => {
  server = serveMetrics();
  if (server && !server.listening) await new Promise((ready) => server?.once("listening", ready));
});
afterAll(() => new Promise<void>((closed) => void (server ? server.close(() => closed()) : closed())));

const get = (path = "/metrics", token = TOKEN) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${token}` } });

it("a worker says at a port of its own what it counts, to whoever has the token", async () => {
  const ctx = await accountWith("10");
  await post([spend(ctx, "1")]);
  const answer = await get();
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/plain"),
  ]);
  const text = await answer.text();
  expect(text).toMatch(/ecu_ledger_postings_total [1-9]/);
  expect(text).toContain("process_cpu_seconds_total");
  expect(text).not.toContain(ctx.accountId);
  expect((await get("/")).status).toBe(404);
});

it("refuses other tokens, and counts them without refusing the right one", async () => {
  const statuses = await Promise.all(
    Array.from({ length: 31 }, async () => (await get("/metrics", "x")).status),
  );
  expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect((await get()).status).toBe(200);
});
