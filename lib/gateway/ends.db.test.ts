import {
  callsOf,
  ended,
  eventsOf,
  type EventRow,
  forgetCalls,
  gatewayKey,
  openAi,
  provider,
  startGateway,
} from "@/lib/testing/gateway";
import type OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { releaseHold } from "@/lib/ledger/holds";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { control, errorOf } from "@/lib/sandbox/provider/testing";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { settleAbandonedCalls } from "./calls/settle-abandoned";
import { saveProviderKey } from "./provider-keys/save-provider-key";

// So that what hangs is given up soon.
process.env.ECU_GATEWAY_TIMEOUT_SECONDS = "2";

const CHAT = "POST /v1/chat/completions";
const ASK = {
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user" as const, content: "Write 60 tokens about rivers." }],
};

let url: string;
beforeAll(async () => {
  await ensureDefaultRateCard();
  url = await startGateway();
});
beforeEach(clearFaults);
afterAll(clearFaults);

async function clearFaults(): Promise<void> {
  await fetch(new URL("/_sandbox/faults", provider.url), { method: "DELETE" });
}
const fault = (about: object) => control(provider, "/faults", { match: CHAT, ...about });

async function caller(headers: Record<string, string> = {}) {
  const ctx = await accountWith("100");
  const key = await gatewayKey(ctx);
  return { ctx, key, client: openAi(url, key, headers) };
}

interface Billed {
  id: string;
  key: string;
  state: string;
  promptTokens: number;
  completionTokens: number;
  cost: string;
}

async function billedFor(id: string): Promise<Billed | undefined> {
  return (await control<{ calls: Billed[] }>(provider, "/calls")).calls.find((call) => call.id === id);
}

/** Nothing is held, and what was charged is what the provider billed, to the token. */
async function expectSettled(ctx: Context, outcome: string): Promise<EventRow> {
  const call = await ended(ctx);
  expect(call).toMatchObject({ status: "settled", outcome });
  const [event, ...more] = await eventsOf(ctx);
  if (!event) throw new Error("nothing was charged");
  expect(more).toEqual([]);
  expect(event.id).toBe(`gw_${call.id}`);
  const { balance, held } = await balanceOf(ctx);
  expect(held).toBe(0n);
  expect(balance).toBe(parseCredits("100") - event.charge);
  const billed = await billedFor(call.generation_id);
  expect(Number(event.input_tokens)).toBeGreaterThanOrEqual(billed?.promptTokens ?? Infinity);
  expect(Number(event.output_tokens)).toBeGreaterThanOrEqual(billed?.completionTokens ?? Infinity);
  expect(Number(event.cost_usd)).toBeGreaterThanOrEqual(Number(billed?.cost));
  return event;
}

async function expectNothing(ctx: Context, outcome: string): Promise<void> {
  expect(await ended(ctx)).toMatchObject({ status: "failed", outcome, event_id: null });
  expect(await eventsOf(ctx)).toEqual([]);
  expect(await balanceOf(ctx)).toMatchObject({ balance: parseCredits("100"), held: 0n });
}

/** The deltas that arrive, and the error that ends them if one does. */
async function read(client: OpenAI, request: object = {}): Promise<{ deltas: string[]; error: unknown }> {
  const deltas: string[] = [];
  try {
    const stream = await client.chat.completions.create({ ...ASK, ...request, stream: true });
    for await (const { choices } of stream) {
      const content = choices[0]?.delta.content;
      if (content) deltas.push(content);
    }
  } catch (error) {
    return { deltas, error };
  }
  return { deltas, error: null };
}

describe("a provider that refuses before it produces anything costs nothing", () => {
  it.each([
    ["500", { kind: "500" }, { status: 502 }],
    ["429, with when to try again", { kind: "429" }, { status: 429, code: "rate_limit_exceeded" }],
    [
      "the installation's key, of which nobody learns more",
      { kind: "401" },
      { status: 502, code: "provider_error" },
    ],
    ["by silence", { kind: "timeout" }, { status: 504, code: "provider_timeout" }],
    ["by a broken connection", { kind: "drop_before" }, { status: 502, code: "provider_error" }],
  ])("%s", async (_, about, expected) => {
    for (const stream of [false, true]) {
      await clearFaults();
      await fault(about);
      const { ctx, client } = await caller();
      const error = await errorOf(client.chat.completions.create({ ...ASK, stream }));
      expect(error).toMatchObject(expected);
      expect(error.message).not.toMatch(/sk-/);
      await expectNothing(ctx, about.kind === "timeout" ? "timeout" : "provider_error");
    }
  });

  it("what is wrong with a request is passed on as the provider says it", async () => {
    const { ctx, client } = await caller();
    const bad = { ...ASK, messages: [{ role: "nobody", content: "?" }] } as unknown;
    const error = await errorOf(client.chat.completions.create(bad as typeof ASK));
    expect(error).toMatchObject({ status: 400, param: expect.stringContaining("messages") });
    await expectNothing(ctx, "provider_error");
  });
});

describe("a stream that ends early is charged for what was produced", () => {
  it.each([
    ["broken", { kind: "cut_after", chunks: 5 }, "provider_error", 5],
    ["ended by an error", { kind: "error_after", chunks: 6 }, "provider_error", 6],
    ["garbled", { kind: "malformed" }, "provider_error", 2],
    ["silent for too long", { kind: "stall_after", chunks: 4 }, "timeout", 4],
  ])("%s", async (_, about, outcome, least) => {
    await fault(about);
    const { ctx, client } = await caller();
    const { deltas, error } = await read(client);
    expect(error).not.toBeNull();
    expect(deltas).toHaveLength(least);
    const event = await expectSettled(ctx, outcome);
    expect(Number(event.output_tokens)).toBeGreaterThanOrEqual(least);
    expect(Number(event.output_tokens)).toBeLessThanOrEqual(60);
  });

  it("and so is an answer that was not streamed, with an error in place of a half", async () => {
    await fault({ kind: "cut_after", chunks: 5 });
    const { ctx, client } = await caller();
    const error = await errorOf(client.chat.completions.create(ASK));
    expect(error).toMatchObject({ status: 502, code: "provider_error" });
    expect(error.headers?.get("ecu-charge")).toMatch(/^0\.0+[1-9]/);
    expect(Number((await expectSettled(ctx, "provider_error")).output_tokens)).toBe(5);
  });

  it("thoughts that nobody saw are charged too", async () => {
    await fault({ kind: "cut_after", chunks: 7 });
    const { ctx, client } = await caller();
    await read(client, { model: "openai/o3", reasoning: { exclude: true } });
    expect(await expectSettled(ctx, "provider_error")).toMatchObject({
      output_tokens: 7n,
      reasoning_tokens: 7n,
    });
  });

  it("left by its caller, the provider is stopped", async () => {
    await fault({ kind: "slow", ms: 20 });
    const { ctx, client } = await caller();
    const stream = await client.chat.completions.create({ ...ASK, stream: true });
    let got = 0;
    for await (const { choices } of stream) {
      if (choices[0]?.delta.content) got += 1;
      if (got === 5) break;
    }
    const event = await expectSettled(ctx, "client_aborted");
    expect(Number(event.output_tokens)).toBeGreaterThanOrEqual(5);
    expect(Number(event.output_tokens)).toBeLessThan(40);
    const [call] = await callsOf(ctx);
    expect((await billedFor(call?.generation_id ?? ""))?.state).toBe("cut");
  });

  it("a plain call left by its caller is stopped as well", async () => {
    await fault({ kind: "slow", ms: 20 });
    const { ctx, client } = await caller();
    const gone = new AbortController();
    const asked = client.chat.completions.create(ASK, { signal: gone.signal }).catch(() => null);
    await vi.waitFor(async () => expect((await callsOf(ctx))[0]?.generation_id).toMatch(/^gen-/), 15_000);
    gone.abort();
    await asked;
    expect(Number((await expectSettled(ctx, "client_aborted")).output_tokens)).toBeLessThan(60);
  });

  it("but with an Idempotency-Key it is finished, and kept for whoever asks again", async () => {
    await fault({ kind: "slow", ms: 5 });
    const { ctx, client } = await caller();
    const headers = { "Idempotency-Key": "kept" };
    const gone = new AbortController();
    const asked = client.chat.completions.create(ASK, { signal: gone.signal, headers }).catch(() => null);
    await vi.waitFor(async () => expect((await callsOf(ctx))[0]?.generation_id).toMatch(/^gen-/), 15_000);
    gone.abort();
    await asked;
    expect(Number((await expectSettled(ctx, "completed")).output_tokens)).toBe(60);
    const again = await vi.waitFor(() => client.chat.completions.create(ASK, { headers }), 15_000);
    expect(again.usage?.completion_tokens).toBe(60);
    expect(await eventsOf(ctx)).toHaveLength(1);
  });
});

describe("an answer that does not say what was used", () => {
  it.each([false, true])("is charged by the provider's books (stream: %s)", async (stream) => {
    await fault({ kind: "no_usage" });
    const { ctx, client } = await caller();
    await (stream ? read(client) : client.chat.completions.create(ASK));
    expect(Number((await expectSettled(ctx, "completed")).output_tokens)).toBe(60);
  });

  it("or by a tokenizer's count where those cannot be read", async () => {
    await fault({ kind: "no_usage" });
    await fault({ match: "GET /v1/generation", kind: "500", times: 50 });
    const { ctx, client } = await caller();
    const { deltas } = await read(client);
    const event = await expectSettled(ctx, "completed");
    expect(Number(event.output_tokens)).toBe(deltas.length);
  });
});

describe("a call whose process died", () => {
  /** A call that was cut from its process in the middle: it runs on in the row alone. */
  async function orphan() {
    await fault({ kind: "cut_after", chunks: 5 });
    await fault({ match: "GET /v1/generation", kind: "timeout", times: 1, ms: 1_500 });
    const { ctx, client } = await caller();
    const reading = read(client);
    await vi.waitFor(async () => expect((await callsOf(ctx))[0]?.generation_id).toMatch(/^gen-/), 15_000);
    await forgetCalls(ctx);
    return { ctx, reading };
  }

  it("is settled by the worker, by the provider's books, and charged once when the process comes back late", async () => {
    const { ctx, reading } = await orphan();
    expect(await settleAbandonedCalls()).toBe(1);
    const event = await expectSettled(ctx, "abandoned");
    expect(Number(event.output_tokens)).toBe(5);
    await reading;
    expect(await expectSettled(ctx, "abandoned")).toEqual(event);
    expect(await settleAbandonedCalls()).toBe(0);
  });

  it("is charged although its hold has ended meanwhile", async () => {
    const { ctx, reading } = await orphan();
    const [call] = await callsOf(ctx);
    await releaseHold(ctx, call?.id ?? "", "expired");
    await reading;
    await expectSettled(ctx, "provider_error");
  });

  it("is left alone while it shows that it lives, and given back when nothing was produced", async () => {
    await fault({ kind: "timeout", ms: 1_000 });
    const { ctx, client } = await caller();
    const asked = errorOf(client.chat.completions.create(ASK));
    await vi.waitFor(async () => expect(await callsOf(ctx)).toHaveLength(1), 15_000);
    expect(await settleAbandonedCalls()).toBe(0);
    await forgetCalls(ctx);
    expect(await settleAbandonedCalls()).toBe(1);
    await expectNothing(ctx, "abandoned");
    await asked;
    await expectNothing(ctx, "abandoned");
  });

  it("that was charged before it died is only written down", async () => {
    const { ctx, client } = await caller();
    await client.chat.completions.create(ASK);
    await ended(ctx);
    await inAccount(ctx.accountId, (tx) =>
      sqlOf(tx).query(
        "UPDATE gateway_calls SET status = 'running', ended_at = NULL, event_id = NULL WHERE account_id = $1::uuid RETURNING id",
        [ctx.accountId],
      ),
    );
    await forgetCalls(ctx);
    expect(await settleAbandonedCalls()).toBe(1);
    await expectSettled(ctx, "completed");
  });
});

describe("with a key of the account's own", () => {
  it("the provider's tokens are unbilled, and the platform's work is charged", async () => {
    const { ctx, client } = await caller();
    await saveProviderKey(ctx, { provider: "installation", name: "Ours", key: "sk-own-0123456789" });
    await client.chat.completions.create(ASK);
    const [event] = await eventsOf(ctx);
    // The default card charges 0.005 ECU for a call with a key of one's own.
    expect(event).toMatchObject({ byok: true, cost_usd: "0", charge: parseCredits("0.005") });
    const [call] = await callsOf(ctx);
    expect((await billedFor(call?.generation_id ?? ""))?.key).toContain("own");
    expect((await balanceOf(ctx)).held).toBe(0n);
    const managed = openAi(url, await gatewayKey(ctx), { "Ecu-Provider": "managed" });
    await managed.chat.completions.create(ASK);
    expect((await eventsOf(ctx)).map(({ byok }) => byok)).toEqual([true, false]);
  });

  it("a provider of which there is none is refused", async () => {
    const { ctx, client } = await caller({ "Ecu-Provider": "groq" });
    const error = await errorOf(client.chat.completions.create(ASK));
    expect(error).toMatchObject({ status: 400, param: "Ecu-Provider" });
    expect(await callsOf(ctx)).toEqual([]);
  });
});
