import { encode } from "gpt-tokenizer/encoding/o200k_base";
import type OpenAI from "openai";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningProvider, startProviderSandbox } from "../start";
import { clientOf, errorOf } from "../testing";

const MODEL = "text-embedding-3-small";
let provider: RunningProvider;
let client: OpenAI;
beforeAll(async () => {
  provider = await startProviderSandbox({ folder: null });
  client = clientOf(provider);
});
afterAll(() => provider.close());

async function embed(input: OpenAI.EmbeddingCreateParams["input"], more: object = {}): Promise<number[][]> {
  const { data } = await client.embeddings.create({ model: MODEL, input, ...more });
  return data.map(({ embedding }) => embedding);
}

function nearness(one: readonly number[] = [], other: readonly number[] = []): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

it("gives the same text the same vector of length 1, nearer to a similar one than to another", async () => {
  const texts = ["the river carries sand", "the river carries stones", "quarterly invoices are due"];
  const [one, similar, other] = await embed(texts);
  expect(one).toHaveLength(1536);
  expect(nearness(one, one)).toBeCloseTo(1, 5);
  expect(nearness(one, similar)).toBeGreaterThan(nearness(one, other) + 0.2);
  expect(await embed(texts[0] ?? "")).toEqual([one]);
});

it("takes texts and tokens alike, in both encodings", async () => {
  const text = "the river carries sand";
  const [asText] = await embed(text);
  expect(await embed(encode(text))).toEqual([asText]);
  expect(await embed([encode(text), encode(text)])).toEqual([asText, asText]);
  // The client asks for Base64 when it is told nothing, and decodes it.
  const [plain] = await embed(text, { encoding_format: "float" });
  expect(plain?.map(Math.fround)).toEqual(asText?.map(Math.fround));
  expect((await embed(text, { dimensions: 8 }))[0]).toHaveLength(8);
});

it("counts the tokens of all inputs", async () => {
  const { usage } = await client.embeddings.create({ model: MODEL, input: ["one two three", "four"] });
  const tokens = encode("one two three").length + encode("four").length;
  expect(usage).toEqual({ prompt_tokens: tokens, total_tokens: tokens });
  expect(await errorOf(client.embeddings.create({ model: MODEL, input: [] }))).toMatchObject({ status: 400 });
});
