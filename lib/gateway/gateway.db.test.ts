import { callsOf, ended, eventsOf, gatewayKey, openAi, provider, startGateway } from "@/lib/testing/gateway";
import type OpenAI from "openai";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBudget } from "@/lib/budgets/create-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { readInAccount } from "@/lib/db/transaction";
import { listTransactions } from "@/lib/ledger/list";
import { explainCharge } from "@/lib/metering/explain-charge";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { control, errorOf, generationOf } from "@/lib/sandbox/provider/testing";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { parseUsd } from "@/lib/values/usd";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";

const MODEL = "openai/gpt-4o-mini";
const ASK = { model: MODEL, messages: [{ role: "user" as const, content: "Write 40 tokens about rivers." }] };

let url: string;
beforeAll(async () => {
  await ensureDefaultRateCard();
  url = await startGateway();
});
beforeEach(async () => {
  await fetch(new URL("/_sandbox/faults", provider.url), { method: "DELETE" });
});

async function caller(credits = "100", headers: Record<string, string> = {}) {
  const ctx = await accountWith(credits);
  const key = await gatewayKey(ctx);
  return { ctx, key, client: openAi(url, key, headers) };
}

const callCount = async () => (await control<{ calls: unknown[] }>(provider, "/calls")).calls.length;

/** The one event of an account, held against the provider's books to the last digit. */
async function expectExact(ctx: Context) {
  const [event, ...more] = await eventsOf(ctx);
  const call = await ended(ctx);
  expect(more).toEqual([]);
  if (!event) throw new Error("nothing was charged");
  expect(event.id).toBe(`gw_${call.id}`);
  const { calls } = await control<{ calls: { id: string; cost: string; completionTokens: number }[] }>(
    provider,
    "/calls",
  );
  const billed = calls.find(({ id }) => id === call.generation_id);
  // The books are in 10⁻¹² USD, rounded up; the provider's have six digits more.
  expect(event.cost_usd).toBe(roundedUp(billed?.cost ?? ""));
  expect(Number(event.output_tokens)).toBe(billed?.completionTokens);
  const { balance, held } = await balanceOf(ctx);
  expect(held).toBe(0n);
  // An ECU is worth 0.10 USD, and the card adds 30 %.
  expect(event.charge * 1_000n).toBeGreaterThanOrEqual(parseUsd(event.cost_usd) * 13n);
  return { event, call, balance };
}

function roundedUp(usd: string): string {
  const [whole = "0", fraction = ""] = usd.split(".");
  const pico =
    BigInt(whole + fraction.padEnd(12, "0").slice(0, 12)) + (/[1-9]/.test(fraction.slice(12)) ? 1n : 0n);
  const text = pico.toString().padStart(13, "0");
  return `${text.slice(0, -12)}.${text.slice(-12)}`.replace(/\.?0+$/, "");
}

describe("the official client, unmodified", () => {
  it("chats, and the charge agrees with the provider's books to the last digit", async () => {
    const { ctx, client } = await caller("100", {
      "Ecu-Member": "ada@example.com",
      "Ecu-Feature": "profile_draft",
    });
    const { data, response } = await client.chat.completions.create(ASK).withResponse();
    expect(data.object).toBe("chat.completion");
    expect(data.choices[0]?.finish_reason).toBe("stop");
    expect(data.choices[0]?.message.content).toMatch(/\w/);
    expect(data.usage?.completion_tokens).toBe(40);
    const { event, call, balance } = await expectExact(ctx);
    expect(call).toMatchObject({ status: "settled", outcome: "completed", generation_id: data.id });
    expect(event).toMatchObject({ member: "ada@example.com", feature: "profile_draft" });
    expect(Number(event.input_tokens)).toBe(data.usage?.prompt_tokens);
    const charge = response.headers.get("ecu-charge") ?? "";
    expect(parseCredits(charge)).toBe(event.charge);
    expect(balance).toBe(parseCredits("100") - event.charge);
    expect(response.headers.get("ecu-call")).toBe(call.id);
    const transaction = response.headers.get("ecu-transaction") ?? "";
    const explained = await explainCharge(ctx, transaction);
    expect(explained?.charge).toMatchObject({
      cost_usd: event.cost_usd,
      gateway: { id: call.id, generation_id: data.id, outcome: "completed" },
    });
  });

  it("streams, hides what it did not ask for, and reads its charge at the end", async () => {
    const { ctx, client } = await caller();
    const stream = await client.chat.completions.create({ ...ASK, stream: true });
    let text = "";
    let chunks = 0;
    for await (const chunk of stream) {
      chunks += 1;
      expect(chunk.usage ?? null).toBeNull();
      text += chunk.choices[0]?.delta.content ?? "";
    }
    expect(chunks).toBeGreaterThan(40);
    const { call } = await expectExact(ctx);
    expect(call).toMatchObject({ status: "settled", outcome: "completed" });
    const whole = await client.chat.completions.create(ASK);
    expect(whole.choices[0]?.message.content).toBe(text);
  });

  it("is told in a stream what it used and was charged, when it asks", async () => {
    const { ctx, client } = await caller();
    const stream = await client.chat.completions.create({
      ...ASK,
      stream: true,
      stream_options: { include_usage: true },
    });
    let last: OpenAI.ChatCompletionChunk | undefined;
    for await (const chunk of stream) last = chunk;
    const { event } = await expectExact(ctx);
    expect(last?.usage?.completion_tokens).toBe(Number(event.output_tokens));
    expect(last).toMatchObject({ ecu: { charge: formatCredits(nano(event.charge)) } });
  });

  it("thinks, calls several answers and makes embeddings", async () => {
    const { client } = await caller();
    const reasoning = await client.chat.completions.create({ ...ASK, model: "openai/gpt-5-mini", n: 2 });
    expect(reasoning.choices).toHaveLength(2);
    expect(reasoning.usage?.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(0);
    const other = await caller();
    const { data, response } = await other.client.embeddings
      .create({ model: "text-embedding-3-small", input: ["rivers", "the sea"] })
      .withResponse();
    expect(data.data).toHaveLength(2);
    expect(data.data[0]?.embedding).toHaveLength(1536);
    const { event } = await expectExact(other.ctx);
    expect(formatCredits(nano(event.charge))).toBe(response.headers.get("ecu-charge"));
  });

  it("lists the models that have a price", async () => {
    const { client } = await caller();
    const { data } = await client.models.list();
    expect(data.length).toBeGreaterThan(100);
    const model = data.find(({ id }) => id === MODEL);
    // 0.15 and 0.60 USD for a million, marked up by 30 %, at 0.10 USD for an ECU.
    expect(model).toMatchObject({
      object: "model",
      owned_by: "openai",
      pricing: { unit: "ECU", input_per_million: "1.95", output_per_million: "7.8" },
    });
    // OpenAI's clients of one language send the slash as it is, of another packed.
    expect(await client.models.retrieve(MODEL)).toEqual(model);
    expect(await client.get(`/models/${MODEL}`)).toEqual(model);
    for (const id of ["nobody/nothing", "openai", `${MODEL}/`])
      await expect(client.models.retrieve(id)).rejects.toMatchObject({ status: 404, code: "not_found" });
  });
});

describe("what is refused before the provider is called", () => {
  it.each([
    ["no credit", "0.000000001", {}, { status: 402, code: "insufficient_credits" }],
    [
      "an unknown model",
      "10",
      { model: "nobody/nothing" },
      { status: 400, code: "invalid_request", param: "model" },
    ],
    ["no limit that is one", "10", { max_tokens: 0 }, { status: 400, param: "max_tokens" }],
    ["models to fall back to", "10", { models: ["a"] }, { status: 400, param: "models" }],
    ["a limit beyond the credit", "1", { max_tokens: 10_000_000 }, { status: 402 }],
  ])("%s", async (_, credits, more, expected) => {
    const before = await callCount();
    const { ctx, client } = await caller(credits);
    const request = { ...ASK, ...more } as typeof ASK;
    expect(await errorOf(client.chat.completions.create(request))).toMatchObject(expected);
    expect(await errorOf(client.chat.completions.create({ ...request, stream: true }))).toMatchObject(
      expected,
    );
    expect(await callCount()).toBe(before);
    expect(await callsOf(ctx)).toEqual([]);
    expect((await balanceOf(ctx)).held).toBe(0n);
  });

  it("a budget, in words that the client shows", async () => {
    const { ctx, client } = await caller();
    await createBudget(
      ctx,
      NewBudget.parse({ name: "Tiny", scope: "account", period: "daily", limit: "0.000001" }),
    );
    const before = await callCount();
    const error = await errorOf(client.chat.completions.create(ASK));
    expect(error).toMatchObject({ status: 402, code: "budget_exceeded", type: "insufficient_quota" });
    expect(error.message).toContain("Tiny");
    expect(await callCount()).toBe(before);
    expect((await balanceOf(ctx)).held).toBe(0n);
  });

  it("forty of fifty calls at once, with credit for ten", async () => {
    const { ctx, client } = await caller("100");
    const limit = await worstOf(client, ctx);
    const spender = await caller(formatCredits(nano(limit * 10n)));
    const before = await callCount();
    await control(provider, "/slow", { ms: 100 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => spender.client.chat.completions.create(ASK)),
    );
    await control(provider, "/slow", { ms: 0 });
    const ran = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(ran).toBe(10);
    expect(await callCount()).toBe(before + ran);
    const events = await eventsOf(spender.ctx);
    expect(events).toHaveLength(ran);
    expect((await balanceOf(spender.ctx)).held).toBe(0n);
    expect((await balanceOf(spender.ctx)).balance).toBeGreaterThanOrEqual(0n);
  });
});

/** What a call is held at, as its hold says. */
async function worstOf(client: OpenAI, ctx: Context): Promise<bigint> {
  await client.chat.completions.create(ASK);
  const [hold] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ amount: bigint }>("SELECT amount FROM holds WHERE account_id = $1", [ctx.accountId]),
  );
  return hold?.amount ?? 0n;
}

it("the same Idempotency-Key is one call, one answer and one charge", async () => {
  const { ctx, client } = await caller();
  const before = await callCount();
  const headers = { "Idempotency-Key": "same" };
  const first = await client.chat.completions.create(ASK, { headers });
  const again = await client.chat.completions.create(ASK, { headers });
  expect(again).toEqual(first);
  expect(await callCount()).toBe(before + 1);
  await expectExact(ctx);
  const { rows } = await listTransactions(ctx, { types: ["spend"] }, { limit: 10 });
  expect(rows).toHaveLength(1);
  expect(await generationOf(provider, first.id)).not.toBeNull();
});
