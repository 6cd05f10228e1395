import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { describe, expect, it } from "vitest";
import { formatUsd, parseUsd, picoUsd } from "@/lib/values/usd";
import { isNothing, usdUp, usedByGeneration, usedIn } from "./used";

const up = (text: string) => usdUp(new LosslessNumber(text));

describe("a number of dollars", () => {
  it.each([
    ["0.0000123", "0.0000123"],
    ["1.23e-5", "0.0000123"],
    ["1E-12", "0.000000000001"],
    ["0.0000000000001", "0.000000000001"],
    ["1e-30", "0.000000000001"],
    ["0.00010249999999999999", "0.0001025"],
    ["0", "0"],
    ["12e1", "120"],
  ])("%s is %s: exact, and rounded up below 10⁻¹²", (text, usd) => {
    expect(formatUsd(picoUsd(up(text) ?? -1n))).toBe(usd);
  });

  it("that is none, or negative, says nothing", () => {
    for (const value of [undefined, null, "0.1", {}, new LosslessNumber("-0.1")])
      expect(usdUp(value)).toBeNull();
  });

  it("is never rounded down", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.stringMatching(/^\d{1,25}$/), (whole, fraction) => {
        const exact = BigInt(whole + fraction.padEnd(25, "0"));
        const read = (up(`${whole}.${fraction}`) ?? -1n) * 10n ** 13n;
        expect(read >= exact && read - exact < 10n ** 13n).toBe(true);
      }),
    );
  });
});

describe("usage", () => {
  it("is read with its parts, its sound and its cost as it is written", () => {
    const usage = `{"usage": {"prompt_tokens": 100, "completion_tokens": 40, "cost": 0.000012345678901234,
      "prompt_tokens_details": {"cached_tokens": 60, "audio_tokens": 7},
      "completion_tokens_details": {"reasoning_tokens": 30, "audio_tokens": 0}}}`;
    expect(usedIn(usage)).toEqual({
      input_tokens: 100,
      output_tokens: 40,
      cached_input_tokens: 60,
      cache_write_tokens: 0,
      reasoning_tokens: 30,
      quantities: { input_audio_token: "7" },
      cost_usd: "0.000012345679",
    });
  });

  it("has parts that are no more than the whole, whatever a provider says", () => {
    const usage = `{"usage": {"prompt_tokens": 5, "completion_tokens": 4, "prompt_tokens_details": {"cached_tokens": 60},
      "completion_tokens_details": {"reasoning_tokens": 30}}}`;
    expect(usedIn(usage)).toMatchObject({
      cached_input_tokens: 5,
      cache_write_tokens: 0,
      reasoning_tokens: 4,
    });
  });

  it("includes what the provider's own provider took", () => {
    const usage = `{"usage": {"prompt_tokens": 5, "cost": 0.001, "is_byok": true, "cost_details": {"upstream_inference_cost": 0.02}}}`;
    expect(parseUsd(usedIn(usage)?.cost_usd ?? "")).toBe(21_000_000_000n);
  });

  it("is absent where there is none", () => {
    for (const text of [
      "{}",
      '{"usage": null}',
      '{"usage": {"prompt_tokens": -1}}',
      '{"usage": {"prompt_tokens": 1.5}}',
      "[]",
    ])
      expect(usedIn(text)).toBeNull();
  });

  it("of a generation is read from the provider's books", () => {
    const told = usedByGeneration(
      '{"data": {"native_tokens_prompt": 9, "native_tokens_completion": 4, "native_tokens_reasoning": 1, "native_tokens_cached": 2, "total_cost": 2e-6}}',
    );
    expect(told).toMatchObject({
      input_tokens: 9,
      output_tokens: 4,
      cached_input_tokens: 2,
      cost_usd: "0.000002",
    });
    expect(usedByGeneration('{"error": {}}')).toBeNull();
    expect(told && isNothing(told)).toBe(false);
  });
});
