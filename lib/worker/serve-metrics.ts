import { createServer, type Server } from "node:http";
import { env } from "@/lib/env";
import { countBadKey } from "@/lib/web/rate-limits";
import { metrics } from "@/lib/web/metrics/registry";
import { watchLedger } from "@/lib/web/metrics/watch-ledger";
import { carriesToken } from "@/lib/web/metrics/token";

/**
 * Serves what this worker counts at /metrics of ECU_METRICS_PORT; of several workers of one `npm start` each at the port after the one
 * before. Null where nobody asked for it.
 */
export function serveMetrics(): Server | null {
  const { ECU_METRICS_PORT: port, ECU_METRICS_TOKEN: token, HOST: host } = env();
  if (port === undefined || token === undefined) return null;
  watchLedger();
  const { registry } = metrics();
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    if (!carriesToken(request.headers.authorization, token)) {
      return void countBadKey(request.socket.remoteAddress ?? "").then(
        () => response.writeHead(401).end(),
        () => response.writeHead(429).end(),
      );
    }
    void registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return server.listen(port + numberOf(process.env.ECU_PROCESS), host);
}

/** "worker" is 0, "worker-2" is 1. */
function numberOf(name = ""): number {
  return Number(/-(\d+)$/.exec(name)?.[1] ?? 1) - 1;
}
