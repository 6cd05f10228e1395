import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { POST } from "@/app/api/v1/usage-events/route";
import { createKey } from "@/lib/accounts/keys";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { readUsage } from "@/lib/metering/usage";
import { accountWith } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";

beforeAll(async () => void (await ensureDefaultRateCard()));

const Answers = z.object({
  results: z.array(
    z.object({ result: z.string(), charge: z.string().optional(), field: z.string().optional() }),
  ),
});

async function send(ctx: Context, body: unknown, type = "application/json") {
  const { key } = await createKey(ctx, { name: "meter", scopes: ["usage:write"] });
  const headers = { authorization: `Bearer ${key}`, "content-type": type };
  const answer = await POST(
    new Request("http://api.test/api/v1/usage-events", {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );
  return { status: answer.status, results: Answers.safeParse(await answer.json()).data?.results ?? [] };
}

const NATIVE = { id: "call-1", model: "gpt-4o", operation: "chat", input_tokens: 1_000, output_tokens: 100 };
const ATTRIBUTES = {
  "gen_ai.operation.name": "chat",
  "gen_ai.request.model": "gpt-4o",
  "gen_ai.usage.input_tokens": 1_000,
  "gen_ai.usage.output_tokens": 100,
};
const CLOUD = { specversion: "1.0", source: "/eu", type: "com.example.call" };
const SPAN = {
  traceId: "5b8efff798038103d269b633813fc60c",
  spanId: "eee19b7ec3c1b174",
  attributes: Object.entries(ATTRIBUTES).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
  })),
};

it.each([
  ["an event alone", NATIVE, undefined],
  [
    "a structured CloudEvent",
    { ...CLOUD, id: "1", data: { ...NATIVE, id: undefined } },
    "application/cloudevents+json",
  ],
  [
    "a batch of CloudEvents",
    [{ ...CLOUD, id: "1", data: { attributes: ATTRIBUTES } }],
    "application/cloudevents-batch+json",
  ],
  ["OpenTelemetry's attributes", { id: "call-1", attributes: ATTRIBUTES }, undefined],
  ["an OTLP export", { resourceSpans: [{ scopeSpans: [{ spans: [SPAN] }] }] }, undefined],
  [
    "LiteLLM's payloads",
    [{ id: "c", call_type: "completion", model: "gpt-4o", prompt_tokens: 1_000, completion_tokens: 100 }],
    undefined,
  ],
])("charges %s as any other call, and once", async (_, body, type) => {
  const plain = await accountWith("10");
  const [{ charge } = {}] = (await send(plain, NATIVE)).results;
  const ctx = await accountWith("10");
  expect(await send(ctx, body, type)).toMatchObject({
    status: 207,
    results: [{ result: "charged", charge }],
  });
  expect(await send(ctx, body, type)).toMatchObject({
    status: 207,
    results: [{ result: "replayed", charge }],
  });
  const { totals } = await readUsage(ctx, { groupBy: ["model"] });
  expect(totals).toMatchObject({ calls: 1, tokens: 1_100, charge });
});

it("names a fault as its sender wrote it, and charges nothing for it", async () => {
  const ctx = await accountWith("10");
  const { results } = await send(ctx, [
    { id: "a", attributes: { ...ATTRIBUTES, "gen_ai.usage.input_tokens": -1 } },
    { ...CLOUD, id: "b", data: { ...NATIVE, id: undefined, output_tokens: "many" } },
    { id: "c", call_type: "completion", prompt_tokens: 1, completion_tokens: 0.5 },
    { id: "d", call_type: "completion", prompt_tokens: 1, status: "failure" },
  ]);
  expect(results.map(({ result, field }) => [result, field])).toEqual([
    ["refused", "events.0.attributes.gen_ai.usage.input_tokens"],
    ["refused", "events.1.data.output_tokens"],
    ["refused", "events.2.completion_tokens"],
    ["refused", "events.3.status"],
  ]);
  expect((await readUsage(ctx, { groupBy: ["model"] })).totals.calls).toBe(0);
});

it("takes an export in which no span is a call of a model, and refuses a batch of nothing", async () => {
  const ctx = await accountWith("10");
  expect(await send(ctx, { resourceSpans: [] })).toEqual({ status: 207, results: [] });
  expect((await send(ctx, { events: [] })).status).toBe(400);
  expect((await send(ctx, [])).status).toBe(400);
});
