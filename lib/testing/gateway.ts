import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import OpenAI from "openai";
import { afterAll, vi } from "vitest";
import { createKey } from "@/lib/accounts/keys";
import { inAccount, readInAccount, sqlOf } from "@/lib/db/transaction";
import { startProviderSandbox } from "@/lib/sandbox/provider/start";
import type { Context, Permission } from "@/lib/values/context";
import { allRoutes } from "./doors";

// A provider of the test file's own. It is imported first: the environment is read once.
export const provider = await startProviderSandbox({ folder: null });
process.env.PROVIDER_BASE_URL = provider.url;
process.env.PROVIDER_API_KEY = provider.apiKey;
process.env.ECU_GATEWAY_TIMEOUT_SECONDS = "30";
process.env.ECU_GATEWAY_MAX_TOKENS = "500";

let server: Server | undefined;
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await provider.close();
});

/** The gateway's routes behind a real server. @returns its base URL, as a client of OpenAI's takes it */
export async function startGateway(): Promise<string> {
  const routes = (await allRoutes()).filter(({ path }) => path.startsWith("/api/gateway/"));
  const rest = "/[...id]";
  const find = (method: string, path: string) => {
    for (const route of routes.filter((each) => each.method === method)) {
      if (route.path === path) return { ...route, params: {} };
      const under = `${route.path.slice(0, -rest.length)}/`;
      if (route.path.endsWith(rest) && path.startsWith(under))
        return { ...route, params: { id: path.slice(under.length).split("/").map(decodeURIComponent) } };
    }
    return null;
  };
  const opened = createServer(
    getRequestListener(async (request) => {
      const route = find(request.method, new URL(request.url).pathname);
      return route
        ? route.handler(request, { params: Promise.resolve(route.params) })
        : new Response("no such route", { status: 404 });
    }),
  );
  server = opened;
  await new Promise<void>((listening) => opened.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/api/gateway/v1`;
}

/** A key that may meter, and what else is asked for. */
export async function gatewayKey(ctx: Context, scopes: Permission[] = ["usage:write"]): Promise<string> {
  return (await createKey(ctx, { name: "gateway", scopes })).key;
}

/** The unmodified client, pointed at the gateway. It tries nothing again unless it is told to. */
export function openAi(baseURL: string, apiKey: string, headers: Record<string, string> = {}): OpenAI {
  return new OpenAI({ baseURL, apiKey, defaultHeaders: headers, maxRetries: 0, logLevel: "off" });
}

/** A call as its row says. */
export interface CallRow {
  id: string;
  status: string;
  outcome: string;
  generation_id: string;
  byok: boolean;
  event_id: string | null;
}

/** An account's calls, oldest first. */
export function callsOf({ accountId }: Context): Promise<CallRow[]> {
  return readInAccount(accountId, (sql) =>
    sql.query<CallRow>(
      "SELECT id, status::text, outcome, generation_id, byok, event_id FROM gateway_calls WHERE account_id = $1 ORDER BY started_at, id",
      [accountId],
    ),
  );
}

/** Waits until an account's only call has ended. */
export function ended(ctx: Context): Promise<CallRow> {
  return vi.waitFor(
    async () => {
      const [call] = await callsOf(ctx);
      if (!call || call.status === "running") throw new Error("it runs still");
      return call;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** A usage event as its row says. */
export interface EventRow {
  id: string;
  charge: bigint;
  cost_usd: string;
  input_tokens: bigint;
  output_tokens: bigint;
  reasoning_tokens: bigint;
  member: string;
  feature: string;
  mandate: string;
  byok: boolean;
}

/** An account's usage events. */
export function eventsOf({ accountId }: Context): Promise<EventRow[]> {
  return readInAccount(accountId, (sql) =>
    sql.query<EventRow>(
      `SELECT id, charge, trim_scale(cost_usd::numeric / 1000000000000)::text AS cost_usd, input_tokens, output_tokens, reasoning_tokens, member,
         feature, mandate, byok FROM usage_events WHERE account_id = $1 ORDER BY occurred_at, id`,
      [accountId],
    ),
  );
}

/** Makes an account's running calls look as if their process had died a while ago. */
export async function forgetCalls({ accountId }: Context): Promise<void> {
  await inAccount(accountId, (tx) =>
    sqlOf(tx).query(
      "UPDATE gateway_calls SET beat_at = now() - interval '40 seconds' WHERE account_id = $1::uuid AND status = 'running' RETURNING id",
      [accountId],
    ),
  );
}
