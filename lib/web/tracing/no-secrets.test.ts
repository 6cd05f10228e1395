import { SpanStatusCode, type Tracer } from "@opentelemetry/api";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { expect, it } from "vitest";
import { scrubSpans } from "./scrub-spans";

/** What a collector would get. */
function exported(run: (tracer: Tracer) => void): { text: string; spans: InMemorySpanExporter } {
  const spans = new InMemorySpanExporter();
  const secrets = ["the-secret-of-all"];
  const provider = new NodeTracerProvider({
    spanProcessors: [scrubSpans(new SimpleSpanProcessor(spans), secrets)],
  });
  run(provider.getTracer("test"));
  const text = spans
    .getFinishedSpans()
    .map(({ name, attributes, status, events, links }) =>
      JSON.stringify({ name, attributes, status, events, links }),
    )
    .join("\n");
  return { text, spans };
}

const TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeedf00dfeedf00";

it.each([
  ["http.target", `/reset-password?token=${TOKEN}`],
  ["http.target", `/api/auth/callback/google?state=x&code=${TOKEN}`],
  ["http.url", `https://ecu.test/buy/return?session_id=${TOKEN}`],
  ["url.full", `https://ecu.test/admin/emails?q=${TOKEN}`],
  ["url.query", `?q=${TOKEN}`],
  ["next.span_name", `GET /invitation?token=${TOKEN}`],
  ["http.request.header.authorization", `Bearer ${TOKEN}`],
  ["db.url", `postgres://ecu_app:${TOKEN}@db/ecu`],
  ["anything", "with the-secret-of-all in it"],
])("no trace carries what is secret in %s", (name, value) => {
  const { text } = exported((tracer) => {
    const span = tracer.startSpan(`GET ${value}`, { attributes: { [name]: value, list: [value] } });
    span.addEvent("read", { [name]: value });
    span.setStatus({ code: SpanStatusCode.ERROR, message: value });
    span.recordException(new Error(`failed at ${value}`));
    span.end();
  });
  expect(text).toContain("exception.stacktrace");
  expect(text).not.toContain(TOKEN);
  expect(text).not.toContain("the-secret-of-all");
});

it("no trace carries the arguments of a call to the database", () => {
  const message =
    "\nInvalid `prisma.user.create()` invocation:\n\n{ data: { hash: 'abc-the-hash' } }\n\nUnique constraint failed";
  const { text } = exported((tracer) => {
    const span = tracer.startSpan("page");
    const error = Object.assign(new Error(message), { code: "P2002" });
    span.recordException(error);
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.end();
  });
  expect(text).not.toContain("abc-the-hash");
  expect(text).toContain("Unique constraint failed");
});

it("keeps what helps: names, paths, numbers, times, and under what a span stands", () => {
  const { spans } = exported((tracer) => {
    const attributes = {
      "http.target": "/billing?account=1",
      "http.status_code": 200,
      "next.route": "/billing",
      "url.query": "account=1",
    };
    tracer.startActiveSpan("GET /billing", { attributes }, (span) => span.end());
  });
  const [span] = spans.getFinishedSpans();
  expect(span).toMatchObject({
    name: "GET /billing",
    ended: true,
  });
  expect(span?.attributes).toEqual({
    "http.target": "/billing",
    "http.status_code": 200,
    "next.route": "/billing",
  });
  expect(span?.spanContext().traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(span?.duration).toHaveLength(2);
});
