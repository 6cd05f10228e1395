import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createEcuClient, dataOf, EcuProblem } from "./index";

/** How the server fails a request: before it has an effect, or after. */
const FAULTS = ["refused", "unheard", "500", "503", "408", "429", "409", "lost", "cut", "500 after"] as const;
type Fault = (typeof FAULTS)[number];

/** What the server did under each key, as Ecu does. */
const effects = new Map<string, string>();
let faults: Fault[] = [];
let tries: { method: string; key: string | undefined; body: string; authorization: string | undefined }[] =
  [];
let retryAfter = "0";

const server = createServer((request, response) => void handle(request, response));
let baseUrl = "";

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const header = (name: string) => request.headers[name]?.toString();
  const key = header("idempotency-key");
  tries.push({ method: request.method ?? "", key, body, authorization: header("authorization") });
  const fault = faults.shift();
  if (fault === "unheard") return void request.socket.destroy();
  if (fault === "409") return problem(response, 409, "request_in_progress");
  if (fault === "refused") return problem(response, 402, "insufficient_credits");
  if (fault !== undefined && /^\d+$/.test(fault)) return problem(response, Number(fault), "unavailable");
  const name = key ?? "none";
  const answer = effects.get(name) ?? JSON.stringify({ id: `hold-${effects.size}`, body });
  effects.set(name, answer);
  if (fault === "lost") return void request.socket.destroy();
  if (fault === "500 after") return problem(response, 500, "internal_error");
  response.writeHead(201, { "content-type": "application/json", "content-length": answer.length });
  if (fault !== "cut") return void response.end(answer);
  response.write(answer.slice(0, 5), () => request.socket.destroy());
}

function problem(response: ServerResponse, status: number, code: string): void {
  const body = JSON.stringify({ status, code, detail: `It is ${code}.`, request_id: "req_1" });
  response.writeHead(status, { "content-type": "application/problem+json", "retry-after": retryAfter });
  response.end(body);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(forget);

function forget(): void {
  effects.clear();
  faults = [];
  tries = [];
  retryAfter = "0";
}

const client = () => createEcuClient({ baseUrl, apiKey: "ecu_test", firstWaitMs: 1, timeoutMs: 5_000 });
const authorize = (headers: Record<string, string> = {}) =>
  dataOf(client().POST("/api/v1/authorizations", { body: { amount: "1" }, headers }));

it("has one effect and its answer, whatever four tries meet", async () => {
  const passing = FAULTS.filter((fault) => fault !== "refused");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...passing), { maxLength: 4 }), async (met) => {
      forget();
      faults = [...met];
      expect(await authorize()).toMatchObject({ id: "hold-0" });
      expect(effects.size).toBe(1);
      expect(tries).toHaveLength(met.length + 1);
      expect(new Set(tries.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("gives each call a key of its own, and keeps one that it was given", async () => {
  await authorize();
  await authorize();
  await authorize({ "Idempotency-Key": "mine" });
  const keys = tries.map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
  expect(keys[2]).toBe("mine");
});

it("gives up after four more tries, with what was answered last", async () => {
  faults = Array.from({ length: 9 }, () => "503");
  await expect(authorize()).rejects.toMatchObject({ status: 503, code: "unavailable", requestId: "req_1" });
  expect(tries).toHaveLength(5);
  tries = [];
  faults = Array.from({ length: 9 }, () => "unheard");
  await expect(authorize()).rejects.toThrow("fetch failed");
  expect(tries).toHaveLength(5);
});

it("does not try again what was refused", async () => {
  faults = ["refused"];
  const refused = authorize();
  await expect(refused).rejects.toBeInstanceOf(EcuProblem);
  await expect(refused).rejects.toMatchObject({ status: 402, code: "insufficient_credits" });
  expect(tries).toHaveLength(1);
});

it("waits as long as it is asked to, and not for minutes", async () => {
  retryAfter = "1";
  faults = ["429"];
  const begun = performance.now();
  await authorize();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(990);
  retryAfter = "3600";
  faults = ["429"];
  await expect(authorize()).rejects.toMatchObject({ status: 429 });
});

it("stops when its caller does", async () => {
  retryAfter = "30";
  faults = ["429"];
  const caller = new AbortController();
  const asked = client().POST("/api/v1/authorizations", { body: { amount: "1" }, signal: caller.signal });
  await vi.waitFor(() => expect(tries).toHaveLength(1), 10_000);
  caller.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  expect(tries).toHaveLength(1);
});

it("says who calls, and puts no key on what only reads", async () => {
  faults = ["500"];
  await client().GET("/api/v1/authorizations/{id}", { params: { path: { id: "a" } } });
  expect(tries.map(({ method, key }) => [method, key])).toEqual([
    ["GET", undefined],
    ["GET", undefined],
  ]);
  expect(tries[0]?.authorization).toBe("Bearer ecu_test");
});
