import fc from "fast-check";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { countTokens } from "./count-tokens";

const any = { disallowedSpecial: new Set<string>() };

describe("a count of tokens", () => {
  it("is that of the tokenizer for texts of words, and never below it for others", async () => {
    const words = fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const text = said.join(" ");
        expect(await countTokens(text)).toBe(encode(text, any).length);
      }),
      { numRuns: 100 },
    );
    for (const text of ["字".repeat(1_000), "a".repeat(1_000), " ".repeat(1_000), "=".repeat(1_000)])
      expect(await countTokens(text)).toBeGreaterThanOrEqual(encode(text, any).length);
  });

  it("takes time as the text's length does, whatever stands in it, and leaves others their turn", async () => {
    for (const unit of ["字", "a", "é", " ", "=", "\u0301"]) {
      let turns = 0;
      const others = setInterval(() => (turns += 1), 1);
      const began = performance.now();
      expect(await countTokens(unit.repeat(200_000))).toBeGreaterThan(0);
      clearInterval(others);
      expect(turns).toBeGreaterThan(0);
      // The tokenizer alone takes minutes.
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });
});
