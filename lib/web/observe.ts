import { env } from "@/lib/env";
import { builtRoutes } from "./metrics/routes";
import { watchLedger } from "./metrics/watch-ledger";
import { watchRequests } from "./metrics/watch-requests";
import { startTracing } from "./tracing/start-tracing";

/** Begins to count and to trace what a web process does, where somebody asked for either. */
export function observe(): void {
  startTracing("web");
  if (env().ECU_METRICS_TOKEN === undefined) return;
  watchLedger();
  watchRequests(builtRoutes(process.env.ECU_BUILD_FOLDER ?? ".next"));
}
