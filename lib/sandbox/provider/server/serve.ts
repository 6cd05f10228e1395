import { serve as listen, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { page } from "../control/page";
import { serveControl } from "../control/routes";
import type { ProviderSandbox } from "../sandbox";
import type { Env } from "./answer-call";
import { serveApi } from "./api";

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Everything that the sandbox answers: the API under `/v1`, its control, and a page for people. */
export function appOf(sandbox: ProviderSandbox): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    // Another site must reach this neither by a name of its own that leads here nor by a form.
    const host = (c.req.header("host") ?? "").replace(/:\d+$/, "");
    if (!["127.0.0.1", "localhost", "[::1]"].includes(host)) return c.text("Only for this machine.", 403);
    if (c.req.header("origin") && c.req.method !== "GET") return c.text("Not from a browser.", 403);
    return next();
  });
  app.get("/", (c) =>
    c.html(page(sandbox), 200, { "content-security-policy": POLICY, "cache-control": "no-store" }),
  );
  serveControl(app, sandbox);
  serveApi(app, sandbox);
  return app;
}

/** Listens on 127.0.0.1; resolves when it does. */
export function listenTo(app: Hono<Env>, port: number): Promise<ServerType> {
  return new Promise((ready, fail) => {
    const server = listen({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => ready(server));
    server.once("error", fail);
  });
}
