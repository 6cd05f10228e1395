import { context, SpanStatusCode, trace } from "@opentelemetry/api";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import type { JobHelpers } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { currentScope } from "@/lib/web/logging/request-scope";
import { metrics } from "@/lib/web/metrics/registry";
import { newId } from "@/lib/values/ids";
import { watchJobs } from "./watch-job";

const exporter = new InMemorySpanExporter();
beforeAll(() => {
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
});
afterAll(() => {
  trace.disable();
  context.disable();
});

const helpers = { job: { id: "7", attempts: 1, max_attempts: 25 } } as unknown as JobHelpers;

it("a job has a span with its task and account, and is counted; one that fails says what kind of fault it was", async () => {
  const accountId = newId();
  let within: object = {};
  const tasks = watchJobs({
    "mail.send": async () => {
      within = { ...currentScope(), traced: trace.getActiveSpan()?.spanContext().spanId };
    },
    "mail.fails": async () => {
      throw new RangeError("to somebody@example.com");
    },
  });
  await tasks["mail.send"]?.({ accountId }, helpers);
  await expect(tasks["mail.fails"]?.({}, helpers)).rejects.toThrow(RangeError);
  const [done, failed] = exporter.getFinishedSpans();
  const attributes = { "ecu.job.task": "mail.send", "ecu.job.id": "7", "ecu.account_id": accountId };
  expect(done).toMatchObject({
    name: "job mail.send",
    attributes,
    status: { code: SpanStatusCode.UNSET },
  });
  expect(within).toEqual({ accountId, jobId: "7", task: "mail.send", traced: done?.spanContext().spanId });
  expect(failed).toMatchObject({
    name: "job mail.fails",
    status: { code: SpanStatusCode.ERROR, message: "RangeError" },
    events: [],
  });
  const counted = (await metrics().jobs.get()).values.map(({ labels, value }) => ({ ...labels, value }));
  expect(counted).toEqual([
    { task: "mail.send", outcome: "done", value: 1 },
    { task: "mail.fails", outcome: "failed", value: 1 },
  ]);
});
