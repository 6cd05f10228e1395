import { serve as listen, type HttpBindings, type ServerType } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import type { RunningSandbox } from "../running-sandbox";
import { newId } from "../store/ids";
import { answer, headersOf } from "./answer";
import { readForm } from "./parse";
import type { Route } from "./route";

type Env = { Bindings: HttpBindings };

/** Everything that the sandbox answers: the API under `/v1`, and the pages of its resources. */
export function appOf(sandbox: RunningSandbox): Hono {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    // Another site must reach this neither by a name of its own that leads here nor by a form.
    const host = (c.req.header("host") ?? "").replace(/:\d+$/, "");
    if (!["127.0.0.1", "localhost", "[::1]"].includes(host)) return c.text("Only for this machine.", 403);
    const origin = c.req.header("origin");
    if (origin && origin !== `http://${c.req.header("host")}` && c.req.method !== "GET")
      return c.text("Not from another site.", 403);
    return next();
  });
  for (const { routes = [] } of sandbox.resources)
    for (const route of routes) app.on(route.method, [route.path], (c) => answerApi(sandbox, route, c));
  const plain: Hono = app as Hono<object> as Hono;
  for (const { pages } of sandbox.resources) pages?.(plain, sandbox);
  app.all("/v1/*", (c) => answerApi(sandbox, null, c));
  return plain;
}

/** Listens on 127.0.0.1; resolves when it does. */
export function listenTo(app: Hono, port: number): Promise<ServerType> {
  return new Promise((ready, fail) => {
    const server = listen({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => ready(server));
    server.once("error", fail);
  });
}

async function answerApi(sandbox: RunningSandbox, route: Route | null, c: Context<Env>): Promise<Response> {
  const incoming = {
    method: c.req.method,
    path: c.req.path,
    names: c.req.param() as Record<string, string>,
    input: readForm(c.req.method === "POST" ? await c.req.text() : new URL(c.req.url).search),
    authorization: c.req.header("authorization"),
    key: c.req.method === "POST" ? (c.req.header("idempotency-key") ?? null) : null,
    version: c.req.header("stripe-version"),
    requestId: newId("req", 14),
  };
  const outcome = await answer(sandbox, route, incoming);
  if (outcome.status === null) {
    c.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  return new Response(outcome.body, { status: outcome.status, headers: headersOf(incoming, outcome) });
}
