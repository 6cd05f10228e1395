import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from "@opentelemetry/semantic-conventions";
import { env } from "@/lib/env";
import { knownSecrets } from "../logging/known-secrets";
import { scrubSpans } from "./scrub-spans";
import { traceLedger } from "./trace-ledger";

let provider: NodeTracerProvider | undefined;

/**
 * Sends traces to where OTEL_EXPORTER_OTLP_ENDPOINT says; without it there are none. Headers, sampling and timeouts are read from the usual
 * variables of OpenTelemetry by its own code. What no log would say, no trace does.
 */
export function startTracing(process: "web" | "worker"): void {
  if (env().OTEL_EXPORTER_OTLP_ENDPOINT === undefined || provider) return;
  const resource = resourceFromAttributes({
    [ATTR_SERVICE_NAME]: globalThis.process.env.OTEL_SERVICE_NAME || "ecu",
    [ATTR_SERVICE_VERSION]: "0.1.0",
    "service.component": process,
  });
  provider = new NodeTracerProvider({
    resource: defaultResource().merge(resource),
    spanProcessors: [
      scrubSpans(new BatchSpanProcessor(new OTLPTraceExporter()), knownSecrets(globalThis.process.env)),
    ],
  });
  provider.register();
  traceLedger();
}

/** Sends what is still kept, so that a process that ends takes no trace with it. */
export async function stopTracing(): Promise<void> {
  const running = provider;
  provider = undefined;
  await running?.shutdown().catch(() => undefined);
}
