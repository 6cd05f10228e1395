import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { metrics } from "./registry";
import type { RouteOf } from "./routes";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Counts every request of this process's server, also those that nobody waited for: their status is 499. */
export function watchRequests(routeOf: RouteOf): void {
  const { httpSeconds } = metrics();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const began = performance.now();
    response.once("close", () => {
      const { method = "", url = "/" } = request;
      httpSeconds.observe(
        {
          method: METHODS.has(method) ? method : "other",
          route: routeOf(url.split("?", 1)[0] ?? "/"),
          status: response.writableFinished ? String(response.statusCode) : "499",
        },
        (performance.now() - began) / 1_000,
      );
    });
  });
}
