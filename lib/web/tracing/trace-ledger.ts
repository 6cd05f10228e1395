import { tracingChannel } from "node:diagnostics_channel";
import { type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { BATCHES, type BatchWork } from "@/lib/ledger/watched";

/** A span for every transaction of the ledger, under the request or job that began it; others that share it are counted in it. */
export function traceLedger(): void {
  const tracer = trace.getTracer("ecu");
  const spans = new WeakMap<object, Span>();
  const ignore = () => undefined;
  tracingChannel<unknown, BatchWork>(BATCHES).subscribe({
    start: (work) => {
      const attributes = {
        "ecu.ledger.calls": work.calls,
        "ecu.ledger.postings": work.postings,
        ...(work.accountId !== null && { "ecu.account_id": work.accountId }),
      };
      spans.set(work, tracer.startSpan("ledger batch", { kind: SpanKind.INTERNAL, attributes }));
    },
    end: ignore,
    asyncStart: ignore,
    asyncEnd: (work) => spans.get(work)?.end(),
    error: (work) => {
      // Its message may name what was posted; what kind of fault it was is enough here.
      const { error } = work as BatchWork & { error?: unknown };
      const message = error instanceof Error ? error.name : "error";
      spans.get(work)?.setStatus({ code: SpanStatusCode.ERROR, message });
    },
  });
}
