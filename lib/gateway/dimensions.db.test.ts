import { callsOf, ended, eventsOf, gatewayKey, openAi, provider, startGateway } from "@/lib/testing/gateway";
import { beforeAll, describe, expect, it } from "vitest";
import { approve } from "@/lib/approvals/approve";
import { askMandate } from "@/lib/approvals/ask-mandate";
import { NewMandate } from "@/lib/approvals/schema";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { control, errorOf } from "@/lib/sandbox/provider/testing";
import { accountWith, balanceOf, grant } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { answerStream } from "./calls/answer-stream";
import { answerWhole } from "./calls/answer-whole";
import { beginCall, type BegunCall } from "./calls/begin-call";

const ASK = {
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user" as const, content: "Write 30 tokens about rivers." }],
};

let url: string;
beforeAll(async () => {
  await ensureDefaultRateCard();
  url = await startGateway();
});

describe("what a call is for", () => {
  it("is said by headers, or by metadata and user, of which what is no name is passed over", async () => {
    const ctx = await accountWith("100");
    const client = openAi(url, await gatewayKey(ctx));
    await client.chat.completions.create({ ...ASK, user: "ada@example.com" });
    await client.chat.completions.create({ ...ASK, metadata: { member: "grace", feature: "not a word!" } });
    await client.chat.completions.create({ ...ASK, user: "x".repeat(300) });
    await client.chat.completions.create(
      { ...ASK, user: "ada@example.com" },
      { headers: { "Ecu-Member": "said", "Ecu-Feature": "lead_qualify" } },
    );
    const events = await eventsOf(ctx);
    const expected = ["ada@example.com", "grace", "", "said"];
    expect(events.map(({ member }) => member)).toEqual(expected);
    expect(events.map(({ feature }) => feature)).toEqual([
      ...Array<string>(3).fill("model_inference"),
      "lead_qualify",
    ]);
    const wrong = await errorOf(
      client.chat.completions.create(ASK, { headers: { "Ecu-Feature": "Not A Word" } }),
    );
    expect(wrong).toMatchObject({ status: 400, param: "Ecu-Feature" });
  });

  it("is a mandate, which the charge carries, and past which nothing runs", async () => {
    const { accountId, ctx } = await testPerson();
    await grant(ctx, "100");
    const asker: Context = { ...ctx, permissions: new Set(PERMISSIONS) };
    const asked = NewMandate.parse({ title: "Agent", limit: "1", models: [ASK.model] });
    const mandate = await askMandate(asker, asked, null);
    const headers = { "Ecu-Mandate": mandate.id };
    const client = openAi(url, await gatewayKey({ ...asker, accountId }), headers);
    expect(await errorOf(client.chat.completions.create(ASK))).toMatchObject({
      status: 409,
      code: "mandate_pending",
    });
    await approve(ctx, mandate);
    await client.chat.completions.create(ASK);
    expect(await errorOf(client.chat.completions.create({ ...ASK, model: "openai/gpt-4o" }))).toMatchObject({
      status: 422,
      code: "mandate_excludes",
    });
    const beyond = client.chat.completions.create({ ...ASK, max_tokens: 500_000 });
    expect(await errorOf(beyond)).toMatchObject({ status: 402, code: "mandate_exceeded" });
    expect(await eventsOf(ctx)).toMatchObject([{ mandate: mandate.id }]);
    expect((await balanceOf(ctx)).held).toBe(0n);
  });
});

it("a key that is none, or may not meter, is refused in OpenAI's words and in ours", async () => {
  const ctx = await accountWith("100");
  const foreign = await errorOf(openAi(url, "sk-of-somebody-else").chat.completions.create(ASK));
  expect(foreign).toMatchObject({ status: 401, code: "unauthenticated", type: "authentication_error" });
  const reader = openAi(url, await gatewayKey(ctx, ["usage:read"]));
  expect(await errorOf(reader.chat.completions.create(ASK))).toMatchObject({
    status: 403,
    code: "forbidden",
  });
  const response = await fetch(`${url}/chat/completions`, { method: "POST", body: "{}" });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({
    status: 401,
    code: "unauthenticated",
    request_id: response.headers.get("request-id"),
    error: { code: "unauthenticated" },
  });
});

describe("at a provider that says no cost and keeps no books", () => {
  async function begun(stream: boolean): Promise<BegunCall> {
    const ctx = await accountWith("100");
    const bounds = { limit: 500, outputTokens: 500, speaks: false };
    const asked = { operation: "chat", body: ASK, headers: new Headers(), stream, ...bounds } as const;
    const call = await beginCall(ctx, asked);
    return { ...call, target: { ...call.target, tellsCost: false } };
  }
  const report = (error: unknown) => expect(error).toBeUndefined();

  it("a whole answer is passed on to the byte, and charged by tokens and the price list", async () => {
    const call = await begun(false);
    const answer = await answerWhole(call);
    const { usage } = (await answer.json()) as { usage: Record<string, unknown> };
    expect(usage).not.toHaveProperty("cost");
    const [event] = await eventsOf(call.ctx);
    expect(Number(event?.output_tokens)).toBe(usage.completion_tokens);
    // 0.15 and 0.60 USD for a million tokens.
    const nanoUsd = 150n * (event?.input_tokens ?? 0n) + 600n * (event?.output_tokens ?? 0n);
    expect(Number(event?.cost_usd)).toBeCloseTo(Number(nanoUsd) / 1e9, 14);
    expect(await ended(call.ctx)).toMatchObject({ status: "settled", outcome: "completed" });
  });

  it.each(["no_usage", "cut_after", "malformed"])(
    "a stream with %s is counted, never below its deltas",
    async (kind) => {
      await control(provider, "/faults", { match: "POST /v1/chat/completions", kind, chunks: 8 });
      const call = await begun(true);
      const answer = await answerStream(call, new AbortController().signal, report);
      const text = await answer.text();
      const [event] = await eventsOf(call.ctx);
      const deltas = text.split("\n").filter((line) => /"content":"[^"]/.test(line)).length;
      expect(deltas).toBeGreaterThan(1);
      expect(Number(event?.output_tokens)).toBeGreaterThanOrEqual(deltas);
      const { calls } = await control<{ calls: { id: string; promptTokens: number }[] }>(provider, "/calls");
      const billed = calls.find(({ id }) => text.includes(id));
      expect(Number(event?.input_tokens)).toBeGreaterThanOrEqual(billed?.promptTokens ?? Infinity);
      await ended(call.ctx);
      expect(await callsOf(call.ctx)).toMatchObject([{ status: "settled" }]);
      expect((await balanceOf(call.ctx)).held).toBe(0n);
    },
  );
});
