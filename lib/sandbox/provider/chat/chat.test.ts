import { encode } from "gpt-tokenizer/encoding/o200k_base";
import type OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sums } from "../control/sums";
import { type RunningProvider, startProviderSandbox } from "../start";
import { clientOf, control, errorOf, generationOf } from "../testing";

let provider: RunningProvider;
let client: OpenAI;
beforeAll(async () => {
  provider = await startProviderSandbox({ folder: null });
  client = clientOf(provider);
});
afterAll(() => provider.close());

const ASK = {
  model: "gpt-4o-mini",
  messages: [{ role: "user" as const, content: "How do we plan the harvest?" }],
};

/** What a request with the cost in its answer says beyond OpenAI's types. */
type WithCost = OpenAI.CompletionUsage & { cost?: number };

describe("a chat with the official client", () => {
  it("answers in sentences about the question, the same ones again, and counts their tokens truly", async () => {
    const answer = await client.chat.completions.create(ASK);
    const [choice] = answer.choices;
    const text = choice?.message.content ?? "";
    expect(text).toMatch(/harvest/);
    expect(text).toMatch(/\.$/);
    expect(choice?.finish_reason).toBe("stop");
    expect(answer.usage?.completion_tokens).toBe(encode(text).length);
    expect(answer.usage?.total_tokens).toBe(
      (answer.usage?.prompt_tokens ?? 0) + (answer.usage?.completion_tokens ?? 0),
    );
    const again = await client.chat.completions.create(ASK);
    expect(again.choices).toEqual(answer.choices);
    expect(again.id).not.toBe(answer.id);
  });

  it("streams the same answer, one token in each delta, with what it used when asked for it", async () => {
    const whole = await client.chat.completions.create(ASK);
    const stream = await client.chat.completions.create({
      ...ASK,
      stream: true,
      stream_options: { include_usage: true },
    });
    const deltas: string[] = [];
    let usage: OpenAI.CompletionUsage | null | undefined;
    for await (const chunk of stream) {
      const content = chunk.choices[0]?.delta.content;
      if (content) deltas.push(content);
      usage = chunk.usage ?? usage;
    }
    expect(deltas.join("")).toBe(whole.choices[0]?.message.content);
    expect(usage).toEqual(whole.usage);
    expect(deltas).toHaveLength(usage?.completion_tokens ?? 0);
    const silent = await client.chat.completions.create({ ...ASK, stream: true });
    for await (const chunk of silent) expect(chunk.usage ?? null).toBeNull();
  });

  it("ends at the limit, before a stop, and exactly at the tokens that are asked for", async () => {
    const limited = await client.chat.completions.create({ ...ASK, max_tokens: 7 });
    expect(limited.choices[0]?.finish_reason).toBe("length");
    expect(limited.usage?.completion_tokens).toBe(7);
    const stopped = await client.chat.completions.create({ ...ASK, stop: [" harvest"] });
    expect(stopped.choices[0]?.finish_reason).toBe("stop");
    expect(stopped.choices[0]?.message.content).not.toContain("harvest");
    const messages = [{ role: "user" as const, content: "Write 333 tokens about rivers." }];
    const exact = await client.chat.completions.create({ model: ASK.model, messages });
    expect(exact.usage?.completion_tokens).toBe(333);
  });

  it("gives several answers, and JSON of the schema that is asked for", async () => {
    const several = await client.chat.completions.create({ ...ASK, n: 3 });
    expect(new Set(several.choices.map(({ message }) => message.content)).size).toBe(3);
    const schema = {
      type: "object",
      properties: { title: { type: "string" }, count: { type: "integer" }, kind: { enum: ["a", "b"] } },
    };
    const json = await client.chat.completions.create({
      ...ASK,
      response_format: { type: "json_schema", json_schema: { name: "plan", schema } },
    });
    expect(JSON.parse(json.choices[0]?.message.content ?? "")).toEqual({
      title: expect.any(String),
      count: expect.any(Number),
      kind: expect.stringMatching(/^[ab]$/),
    });
  });

  it("bills models that reason for their thoughts, within the limit", async () => {
    const { usage, choices } = await client.chat.completions.create({ ...ASK, model: "openai/gpt-5-mini" });
    const thoughts = usage?.completion_tokens_details?.reasoning_tokens ?? 0;
    expect(thoughts).toBeGreaterThan(0);
    expect(usage?.completion_tokens).toBe(thoughts + encode(choices[0]?.message.content ?? "").length);
    const cut = await client.chat.completions.create({ ...ASK, model: "o3", max_completion_tokens: 10 });
    expect(cut.choices[0]).toMatchObject({ finish_reason: "length", message: { content: "" } });
    expect(cut.usage?.completion_tokens_details?.reasoning_tokens).toBe(10);
  });

  it("knows a long prompt again, and takes less for it", async () => {
    const long = "Rivers carry sediment to the sea. ".repeat(300);
    const messages = [{ role: "system" as const, content: long }, ...ASK.messages];
    const request = { model: "gpt-4o-mini", messages, usage: { include: true } };
    const first = await client.chat.completions.create(request);
    const second = await client.chat.completions.create(request);
    expect(first.usage?.prompt_tokens_details?.cached_tokens).toBe(0);
    const cached = second.usage?.prompt_tokens_details?.cached_tokens ?? 0;
    expect(cached).toBeGreaterThanOrEqual(1024);
    expect(cached % 128).toBe(0);
    const [dear, cheap] = [first, second].map(({ usage }) => (usage as WithCost).cost ?? 0);
    expect(cheap).toBeLessThan(dear ?? 0);
    const other = await clientOf(provider, { apiKey: "sk-own-other" }).chat.completions.create(request);
    expect(other.usage?.prompt_tokens_details?.cached_tokens).toBe(0);
  });

  it("says what it cost to whoever asks: tokens at their published prices", async () => {
    const silent = await client.chat.completions.create(ASK);
    expect(silent.usage).not.toHaveProperty("cost");
    const request = { ...ASK, usage: { include: true } };
    const { id, usage } = await client.chat.completions.create(request);
    // 0.15 and 0.60 USD for a million: in 10⁻⁸ USD for each, to keep the sum whole.
    const cents = 15 * (usage?.prompt_tokens ?? 0) + 60 * (usage?.completion_tokens ?? 0);
    expect((usage as WithCost).cost).toBeCloseTo(cents / 1e8, 14);
    expect(await generationOf(provider, id)).toMatchObject({
      data: {
        total_cost: (usage as WithCost).cost,
        native_tokens_prompt: usage?.prompt_tokens,
        native_tokens_completion: usage?.completion_tokens,
        cancelled: false,
      },
    });
    expect(await generationOf({ ...provider, apiKey: "sk-own-other" }, id)).toBeNull();
  });

  it("refuses as OpenAI does: unknown keys, models, and requests that are none", async () => {
    const foreign = clientOf(provider, { apiKey: "sk-foreign-0123456789" });
    const refused = await errorOf(foreign.chat.completions.create(ASK));
    expect(refused).toMatchObject({ status: 401, code: "invalid_api_key", type: "invalid_request_error" });
    expect(refused.message).not.toContain("sk-foreign-0123456789");
    expect(await errorOf(client.chat.completions.create({ ...ASK, model: "nobody/nothing" }))).toMatchObject({
      status: 404,
      code: "model_not_found",
      param: "model",
    });
    expect(await errorOf(client.chat.completions.create({ ...ASK, max_tokens: 0 }))).toMatchObject({
      status: 400,
      param: "max_tokens",
    });
    const long = [{ role: "user" as const, content: "word ".repeat(130_000) }];
    expect(await errorOf(client.chat.completions.create({ ...ASK, messages: long }))).toMatchObject({
      status: 400,
      code: "context_length_exceeded",
    });
  });

  it("bills each key for its own, and all of it together", async () => {
    const before = await control<{ keys: Record<string, Sums> }>(provider, "/sums");
    expect(before.keys["sk-own-sums"]).toBeUndefined();
    const own = clientOf(provider, { apiKey: "sk-own-sums" });
    const answers = await Promise.all([1, 2, 3].map(() => own.chat.completions.create(ASK)));
    const { keys, total } = await control<{ keys: Record<string, Sums>; total: Sums }>(provider, "/sums");
    const used = answers.reduce((sum, { usage }) => sum + (usage?.completion_tokens ?? 0), 0);
    expect(keys["sk-own-sums"]).toMatchObject({ calls: 3, completionTokens: used });
    expect(keys["sk-own-sums"]?.cost).toMatch(/^0\.\d+[1-9]$/);
    const calls = Object.values(keys).reduce((sum, { calls: count }) => sum + count, 0);
    expect(total.calls).toBe(calls);
  });
});

describe("models", () => {
  it("are listed with their prices, and found by name", async () => {
    const models: (OpenAI.Model & { pricing?: { prompt: string } })[] = [];
    for await (const model of client.models.list()) models.push(model);
    const mini = models.find(({ id }) => id === "gpt-4o-mini");
    expect(mini?.pricing?.prompt).toBe("0.00000015");
    expect(models.map(({ id }) => id)).toContain("openai/gpt-5-mini");
    expect(await client.models.retrieve("openai/gpt-5-mini")).toMatchObject({ owned_by: "openai" });
    expect(await errorOf(client.models.retrieve("nobody/nothing"))).toMatchObject({ status: 404 });
  });
});
