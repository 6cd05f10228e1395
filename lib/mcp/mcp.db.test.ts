import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { DELETE, GET, POST } from "@/app/api/mcp/route";
import { createKey } from "@/lib/accounts/keys";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { readWallet } from "@/lib/metering/read-wallet";
import { recordUsage } from "@/lib/metering/record";
import { accountWith } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { type Served, serve } from "@/lib/testing/serve";
import type { Context, Permission } from "@/lib/values/context";
import { TOOLS } from "./tools";

const EVERYTHING: Permission[] = ["account:read", "ledger:read", "usage:read", "authorizations:write"];
const CALL = { id: "call-1", model: "gpt-4o", operation: "chat", input_tokens: 1_204, output_tokens: 310 };

let served: Served;
beforeAll(async () => {
  await ensureDefaultRateCard();
  served = await serve({ "POST /api/mcp": POST, "GET /api/mcp": GET, "DELETE /api/mcp": DELETE });
});
afterAll(() => served.close());

/** The protocol's own client, with a key of the account. */
async function agent(ctx: Context, scopes: Permission[] = EVERYTHING): Promise<Client> {
  const { key } = await createKey(ctx, { name: "agent", scopes });
  const client = new Client({ name: "test", version: "1" });
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${served.url}/api/mcp`), { requestInit: { headers } }),
  );
  return client;
}

const Said = z.object({ content: z.array(z.object({ text: z.string() })), isError: z.boolean().optional() });

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { content, isError = false } = Said.parse(await client.callTool({ name, arguments: args }));
  return { isError, answer: z.record(z.string(), z.unknown()).parse(JSON.parse(content[0]?.text ?? "")) };
}

it("lists its tools with schemas, and says which only read", async () => {
  const client = await agent((await testPerson()).ctx);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  for (const { description, inputSchema, outputSchema, annotations, name } of tools) {
    expect(description?.length).toBeGreaterThan(40);
    expect(inputSchema.type).toBe("object");
    expect(outputSchema?.type).toBe("object");
    expect(annotations?.readOnlyHint).toBe(name !== "request_mandate");
  }
});

it("shows a key only the tools that it may use", async () => {
  const client = await agent((await testPerson()).ctx, ["account:read", "usage:read"]);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    "get_wallet_balance",
    "get_usage",
    "list_rate_cards",
    "estimate_cost",
  ]);
  const { isError } = Said.parse(
    await client.callTool({ name: "list_transactions", arguments: {} }).catch(refusal),
  );
  expect(isError).toBe(true);
});

// The client throws what the server calls an error of the protocol.
const refusal = (error: unknown) => ({ isError: true, content: [{ text: String(error) }] });

it("tells an agent what was charged and why, in the API's own figures", async () => {
  const ctx = await accountWith("100");
  await recordUsage(ctx, [CALL]);
  const client = await agent(ctx);
  const wallet = await readWallet(ctx);
  expect((await call(client, "get_wallet_balance")).answer).toEqual(wallet);

  const { answer } = await call(client, "list_transactions", { limit: 1, type: ["spend"] });
  const rows = z.array(z.object({ id: z.string(), amount: z.string() })).parse(answer.transactions);
  expect(rows).toHaveLength(1);

  const usage = await call(client, "get_usage", { group_by: ["model"] });
  const { charge, tokens } = z.object({ charge: z.string(), tokens: z.number() }).parse(usage.answer.totals);
  expect(tokens).toBe(1_514);
  expect(rows[0]?.amount).toBe(`-${charge}`);

  const explained = await call(client, "explain_charge", { transaction_id: rows[0]?.id });
  expect(explained.answer).toMatchObject({ charge: { charge, matches: true } });
});

it("estimates, and says why something would be refused", async () => {
  const client = await agent(await accountWith("1"));
  const big = { model: "gpt-4o", operation: "chat", input_tokens: 10_000_000, max_output_tokens: 100_000 };
  const { answer } = await call(client, "estimate_cost", { operations: [big] });
  expect(answer).toMatchObject({ allowed: false, refusals: [{ code: "insufficient_credits" }] });
});

it("asks a person for a mandate, once under one name, and sees that it waits", async () => {
  const { ctx } = await testPerson();
  const client = await agent(ctx);
  const asked = {
    title: "Summaries",
    limit: "5",
    models: ["gpt-4o"],
    lasts: 3_600,
    idempotency_key: "summaries",
  };
  const first = await call(client, "request_mandate", asked);
  const again = await call(client, "request_mandate", asked);
  expect(first.answer).toMatchObject({ kind: "mandate", status: "pending", limit: "5" });
  expect(again.answer.id).toBe(first.answer.id);
  expect(String(first.answer.url)).toContain(`/billing/approve/${String(first.answer.id)}`);
  const read = await call(client, "get_mandate", { id: first.answer.id });
  expect(read.answer).toMatchObject({ status: "pending", spent: "0" });
});

it("names the field of a bad argument, and writes nothing", async () => {
  const client = await agent(await accountWith("1"));
  const bad: [string, Record<string, unknown>, string][] = [
    ["list_transactions", { limit: 0 }, "limit"],
    ["list_transactions", { before: "txn_forged" }, "before"],
    ["get_usage", { from: "yesterday" }, "from"],
    ["request_mandate", { title: "x", limit: "-5" }, "limit"],
    ["get_wallet_balance", { account: "another" }, "account"],
  ];
  for (const [name, args, field] of bad) {
    const said = Said.parse(await client.callTool({ name, arguments: args }).catch(refusal));
    expect([name, said.isError]).toEqual([name, true]);
    expect(said.content[0]?.text).toContain(field);
  }
});

it("treats another account's ids as if they did not exist", async () => {
  const them = await accountWith("10");
  await recordUsage(them, [CALL]);
  const theirs = await agent(them);
  const { answer } = await call(theirs, "list_transactions");
  const [row] = z.array(z.object({ id: z.string() })).parse(answer.transactions);
  const asked = await call(theirs, "request_mandate", { title: "Theirs", limit: "5" });

  const ours = await agent((await testPerson()).ctx);
  for (const [name, args] of [
    ["explain_charge", { transaction_id: row?.id }],
    ["get_mandate", { id: asked.answer.id }],
    ["get_mandate", { id: "nothing" }],
  ] as const) {
    const { isError, answer: said } = await call(ours, name, args);
    expect(isError).toBe(true);
    expect(said.code).toBe("not_found");
  }
  const page = await call(ours, "list_transactions", { before: row?.id });
  expect(page.isError).toBe(true);
});

const PING = { jsonrpc: "2.0", id: 1, method: "ping" };

async function post(headers: Record<string, string>, message: unknown = PING): Promise<Response> {
  const body = JSON.stringify(message);
  const accept = "application/json, text/event-stream";
  return POST(
    new Request("http://localhost/api/mcp", {
      method: "POST",
      body,
      headers: { accept, "content-type": "application/json", ...headers },
    }),
  );
}

it("wants a key, whatever session a browser has", async () => {
  const answer = await post({ cookie: "ecu-session=any" });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("www-authenticate")).toContain("Bearer");
});

it.each([
  [{ host: "evil.test" }, 403],
  [{ "x-forwarded-host": "evil.test" }, 403],
  [{ origin: "http://evil.test" }, 403],
  [{ origin: "null" }, 403],
  [{ host: "localhost.evil.test:3000" }, 403],
  [{ host: "127.0.0.1:3000" }, 200],
  [{ host: "localhost:3000", origin: "http://localhost:3000" }, 200],
])("with the headers %o is answered with %i", async (headers, status) => {
  const { key } = await createKey((await testPerson()).ctx, { name: "agent", scopes: ["account:read"] });
  expect((await post({ authorization: `Bearer ${key}`, ...headers })).status).toBe(status);
});

it("answers one message a request, so that a request counts as what it is", async () => {
  const { key } = await createKey((await testPerson()).ctx, { name: "agent", scopes: ["account:read"] });
  const answer = await post({ authorization: `Bearer ${key}`, host: "localhost:3000" }, [PING, PING]);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "invalid_request" });
});

it("has no stream and no session, and says so as the protocol wants it", async () => {
  for (const method of ["GET", "DELETE"]) {
    const answer = await fetch(`${served.url}/api/mcp`, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  }
});
