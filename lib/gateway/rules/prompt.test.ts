import fc from "fast-check";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { encode as encodeOlder } from "gpt-tokenizer/encoding/cl100k_base";
import { describe, expect, it } from "vitest";
import { inputBound, MOST_IMAGE_TOKENS, readPrompt } from "./prompt";

const boundOf = (body: unknown) => inputBound(readPrompt(body)).tokens;
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom("🏳️‍🌈", "ꙮ", "漢", " ", "\n", "\0", "<|endoftext|>", "e\u0301", "\\", '"'),
    maxLength: 100,
  }),
);
const role = fc.constantFrom("system", "user", "assistant", "tool");
const any = { disallowedSpecial: new Set<string>() };

describe("the bound of a prompt", () => {
  it("is never below what a tokenizer makes of any texts, with what surrounds each message", () => {
    const messages = fc.array(fc.record({ role, content: text, name: text }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(messages, (said) => {
        for (const tokens of [encode, encodeOlder]) {
          // As OpenAI counts: four around each message with a name, and three before the answer.
          const count = said.reduce(
            (sum, { role: who, content, name }) =>
              sum + 4 + tokens(who).length + tokens(content, any).length + tokens(name, any).length,
            3,
          );
          expect(boundOf({ model: "m", messages: said })).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("counts a picture by what it costs at most anywhere, not by its bytes", () => {
    const data = `data:image/png;base64,${"A".repeat(400_000)}`;
    const content = [{ type: "image_url", image_url: { url: data } }];
    const bound = boundOf({ messages: [{ role: "user", content }] });
    expect(bound).toBeGreaterThanOrEqual(MOST_IMAGE_TOKENS);
    expect(bound).toBeLessThan(MOST_IMAGE_TOKENS + 200);
    const linked = [{ type: "image_url", image_url: { url: "https://example.com/a.png" } }];
    expect(boundOf({ messages: [{ role: "user", content: linked }] })).toBeGreaterThan(MOST_IMAGE_TOKENS);
  });

  it("counts a picture whose address stands alone, and what only looks like one by its bytes", () => {
    const alone = [{ type: "image_url", image_url: "https://example.com/a.png" }];
    expect(boundOf({ messages: [{ role: "user", content: alone }] })).toBeGreaterThan(MOST_IMAGE_TOKENS);
    const example = { image: `data:text/plain,${"word ".repeat(50_000)}` };
    const tool = { type: "function", function: { name: "f", parameters: { examples: [example] } } };
    expect(boundOf({ messages: [], tools: [tool] })).toBeGreaterThan(250_000);
  });

  it("counts sound by its time, and apart", () => {
    const content = [{ type: "input_audio", input_audio: { data: "A".repeat(16_000), format: "mp3" } }];
    const { tokens, audioTokens } = inputBound(readPrompt({ messages: [{ role: "user", content }] }));
    expect(audioTokens).toBe(1_000);
    expect(tokens).toBeLessThan(1_200);
  });

  it("takes nothing for a picture that is none", () => {
    const tool = { properties: { image_url: { type: "string", description: "d".repeat(500) } } };
    expect(boundOf({ tools: [tool] })).toBeGreaterThan(500);
    expect(boundOf({ tools: [tool] })).toBeLessThan(MOST_IMAGE_TOKENS);
  });
});
