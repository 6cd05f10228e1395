import OpenAI from "openai";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningProvider, startProviderSandbox } from "../start";
import { clientOf, control, errorOf, generationOf } from "../testing";

interface Call {
  id: string;
  completionTokens: number;
  reasoningTokens: number;
  state: string;
  cost: string;
}

const CHAT = "POST /v1/chat/completions";
const ASK = {
  model: "gpt-4o-mini",
  messages: [{ role: "user" as const, content: "Write 60 tokens about rivers." }],
};
let provider: RunningProvider;
let client: OpenAI;
let before: number;
beforeAll(async () => {
  provider = await startProviderSandbox({ folder: null });
  client = clientOf(provider);
});
afterAll(() => provider.close());
beforeEach(async () => {
  before = (await allCalls()).length;
});
afterEach(async () => {
  await fetch(new URL("/_sandbox/faults", provider.url), { method: "DELETE" });
});

const fault = (about: object) => control(provider, "/faults", { match: CHAT, ...about });
const allCalls = async () => (await control<{ calls: Call[] }>(provider, "/calls")).calls;
const newCalls = async () => (await allCalls()).slice(before);

/** The deltas that arrived, and the error that ended them if one did. */
async function read(request: object = {}): Promise<{ deltas: string[]; error: unknown }> {
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

describe("a stream that ends early", () => {
  it.each([
    ["stalls", { kind: "stall_after", chunks: 5 }, 5],
    ["goes on", { kind: "slow", ms: 20 }, 30],
  ])("is billed for what was sent when the caller goes away while it %s", async (_, about, most) => {
    await fault(about);
    const stream = await client.chat.completions.create({ ...ASK, stream: true });
    let id = "";
    let got = 0;
    for await (const chunk of stream) {
      id = chunk.id;
      if (chunk.choices[0]?.delta.content) got += 1;
      if (got === 5) break;
    }
    const { data } = await vi.waitFor(async () => {
      const known = await generationOf(provider, id);
      if (!known) throw new Error("It has not ended yet.");
      return known;
    }, 15_000);
    expect(data).toMatchObject({ cancelled: true, finish_reason: null });
    expect(data.native_tokens_completion).toBeGreaterThanOrEqual(got);
    // What is on its way when somebody leaves is billed too.
    expect(data.native_tokens_completion).toBeLessThanOrEqual(most);
    const [call] = await newCalls();
    expect(call).toMatchObject({ id, state: "cut", completionTokens: data.native_tokens_completion });
    expect(Number(call?.cost)).toBe(data.total_cost);
  });

  it("is billed for what was sent when the connection breaks, or an error comes in its place", async () => {
    await fault({ kind: "cut_after", chunks: 4 });
    const broken = await read();
    expect(broken.deltas).toHaveLength(4);
    expect(broken.error).not.toBeNull();
    expect(await newCalls()).toMatchObject([{ completionTokens: 4, state: "cut" }]);
    await fault({ kind: "error_after", chunks: 6 });
    const failed = await read();
    expect(failed.deltas).toHaveLength(6);
    expect(failed.error).toBeInstanceOf(OpenAI.APIError);
    expect((await newCalls())[1]).toMatchObject({ completionTokens: 6, state: "cut" });
  });

  it("is billed for thoughts too, also for those that are not shown", async () => {
    await fault({ kind: "cut_after", chunks: 4 });
    const { deltas } = await read({ model: "o3", reasoning: { exclude: true } });
    expect(deltas).toEqual([]);
    expect(await newCalls()).toMatchObject([{ completionTokens: 4, reasoningTokens: 4 }]);
  });
});

describe("a fault", () => {
  it("strikes the calls that it names, and no others", async () => {
    await fault({ kind: "500", nth: 2, times: 2 });
    await fault({ kind: "429", model: "o3" });
    const seen: (number | undefined)[] = [];
    for (const model of ["gpt-4o-mini", "gpt-4o-mini", "gpt-4o-mini", "o3", "o3"])
      seen.push(
        await client.chat.completions.create({ ...ASK, model }).then(
          () => 200,
          (error: unknown) => (error instanceof OpenAI.APIError ? error.status : undefined),
        ),
      );
    expect(seen).toEqual([200, 500, 500, 429, 200]);
    expect(await newCalls()).toHaveLength(2);
  });

  it("is borne by a client that tries again", async () => {
    await fault({ kind: "429" });
    const answer = await clientOf(provider, { maxRetries: 1 }).chat.completions.create(ASK);
    expect(answer.usage?.completion_tokens).toBe(60);
    expect(await newCalls()).toHaveLength(1);
  });

  it("before the answer bills nothing, and after it all", async () => {
    await fault({ kind: "drop_before" });
    expect(await errorOf(client.chat.completions.create(ASK))).toBeInstanceOf(OpenAI.APIConnectionError);
    await fault({ kind: "timeout" });
    const hasty = clientOf(provider, { timeout: 100 });
    expect(await errorOf(hasty.chat.completions.create(ASK))).toBeInstanceOf(
      OpenAI.APIConnectionTimeoutError,
    );
    await fault({ kind: "401" });
    expect(await errorOf(client.chat.completions.create(ASK))).toMatchObject({ status: 401 });
    expect(await newCalls()).toEqual([]);
    for (const stream of [false, true]) {
      await fault({ kind: "drop_after" });
      const dropped = await errorOf(client.chat.completions.create({ ...ASK, stream }));
      expect(dropped).toBeInstanceOf(OpenAI.APIConnectionError);
    }
    const finished = { state: "finished", completionTokens: 60 };
    expect(await newCalls()).toMatchObject([finished, finished]);
  });

  it("spoils an answer, or leaves out what it used", async () => {
    await fault({ kind: "malformed", times: 2 });
    await expect(client.chat.completions.create(ASK)).rejects.toThrow();
    expect((await read()).error).toBeInstanceOf(SyntaxError);
    await fault({ kind: "no_usage", nth: 1 });
    expect((await client.chat.completions.create(ASK)).usage).toBeUndefined();
  });

  it("of no known kind is refused", async () => {
    await expect(fault({ kind: "melt" })).rejects.toThrow("400");
  });
});
