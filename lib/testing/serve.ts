import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Endpoint } from "@/lib/web/endpoint";

/** Routes over real HTTP. */
export interface Served {
  url: string;
  /** How many of the next answers are lost on their way, after the request had its effect. */
  loseAnswers(count: number): void;
  close(): Promise<void>;
}

/** Serves handlers by their names, such as `POST /api/v1/authorizations/[id]/capture`, as Next would. */
export async function serve(routes: Readonly<Record<string, Endpoint>>): Promise<Served> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  let toLose = 0;
  for (const [name, handler] of Object.entries(routes)) {
    const [method = "", path = ""] = name.split(" ");
    app.on(method, path.replaceAll(/\[(\w+)\]/g, ":$1"), async ({ req, env }) => {
      const response = await handler(req.raw, { params: Promise.resolve(req.param()) });
      if (toLose > 0) {
        toLose -= 1;
        env.incoming.socket.destroy();
      }
      return response;
    });
  }
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseAnswers: (count) => (toLose = count),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
