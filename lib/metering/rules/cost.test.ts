import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScaled } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { costOf, type ModelPrices, type PriceTier } from "./cost";
import type { PriceKind } from "./kinds";
import { type Micro, quantity, whole } from "./quantity";

const tier = (usdPerMillion: string, above = 0n): PriceTier => ({
  above,
  perMillion: parseScaled(usdPerMillion, 12),
});
const prices = (list: Partial<Record<PriceKind, PriceTier[]>>): ModelPrices =>
  new Map(Object.entries(list) as [PriceKind, PriceTier[]][]);
const used = (list: Record<string, bigint>) =>
  new Map(Object.entries(list).map(([meter, count]) => [meter, whole(count)]));

function cost(amounts: ReadonlyMap<string, Micro>, list: ModelPrices): bigint {
  const result = costOf(amounts, list);
  if ("field" in result) throw new Error(`${result.field} ${result.message}`);
  return result.cost;
}

const GPT_4O = prices({ input: [tier("2.5")], cached_input: [tier("1.25")], output: [tier("10")] });

describe("the cost of a call", () => {
  it("is tokens times the price for a million of them", () => {
    expect(cost(used({ input_token: 1_204n, output_token: 310n }), GPT_4O)).toBe(parseUsd("0.00611"));
  });

  it("counts cached input once, at its own price", () => {
    expect(cost(used({ input_token: 1_000n, cached_input_token: 400n }), GPT_4O)).toBe(parseUsd("0.002"));
  });

  it("counts cached input as input where it has no price of its own", () => {
    const list = prices({ input: [tier("2.5")], output: [tier("10")] });
    expect(cost(used({ input_token: 1_000n, cached_input_token: 400n }), list)).toBe(parseUsd("0.0025"));
  });

  it("prices the whole call by the highest tier that its input reaches", () => {
    const list = prices({
      input: [tier("3"), tier("6", 200_000n)],
      output: [tier("15"), tier("22.5", 200_000n)],
    });
    expect(cost(used({ input_token: 200_000n, output_token: 1_000n }), list)).toBe(parseUsd("0.615"));
    expect(cost(used({ input_token: 200_001n, output_token: 1_000n }), list)).toBe(parseUsd("1.222506"));
  });

  it("takes cached audio out of audio, cached input and input, and counts it once", () => {
    const list = prices({
      input: [tier("1")],
      cached_input: [tier("0.5")],
      input_audio: [tier("10")],
      cached_audio: [tier("2")],
      output: [tier("1")],
    });
    const amounts = used({
      input_token: 100n,
      cached_input_token: 30n,
      input_audio_token: 40n,
      cached_audio_token: 10n,
    });
    // 40 text, 20 cached text, 30 audio, 10 cached audio.
    expect(cost(amounts, list)).toBe(parseUsd("0.00037"));
  });

  it("prices seconds and requests, with a request counted once", () => {
    expect(cost(new Map([["audio_second", quantity("61.5")]]), prices({ audio_second: [tier("100")] }))).toBe(
      parseUsd("0.00615"),
    );
    expect(cost(used({ input_token: 10n }), prices({ input: [tier("1")], request: [tier("12000")] }))).toBe(
      parseUsd("0.01201"),
    );
  });

  it("rounds up: a token of the cheapest model is never free", () => {
    expect(cost(used({ input_token: 1n }), prices({ input: [tier("0.000001")] }))).toBe(1n);
  });

  it("is never below the exact sum and less than a pico-dollar above it", () => {
    const counts = fc.bigInt(0n, 10n ** 9n);
    fc.assert(
      fc.property(
        counts,
        counts,
        fc.bigInt(0n, 10n ** 14n),
        fc.bigInt(0n, 10n ** 14n),
        (input, output, inputPrice, outputPrice) => {
          const list: ModelPrices = new Map([
            ["input", [{ above: 0n, perMillion: inputPrice }]],
            ["output", [{ above: 0n, perMillion: outputPrice }]],
          ]);
          const exact = input * inputPrice + output * outputPrice;
          const rounded = cost(used({ input_token: input, output_token: output }), list) * 1_000_000n;
          return rounded >= exact && rounded - exact < 1_000_000n;
        },
      ),
    );
  });

  it("does not depend on how the tokens are split over parts of one price", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 6n), (plain, cached) => {
        const list = prices({ input: [tier("2.5")], cached_input: [tier("2.5")], output: [tier("1")] });
        const split = cost(used({ input_token: plain + cached, cached_input_token: cached }), list);
        return split === cost(used({ input_token: plain + cached }), list);
      }),
    );
  });

  it("refuses parts that are more than their whole, naming the field", () => {
    const amounts = used({ input_token: 10n, input_audio_token: 11n });
    expect(costOf(amounts, prices({ input: [tier("1")], input_audio: [tier("1")] }))).toMatchObject({
      field: "input_tokens",
    });
  });

  it("refuses tokens that no price covers, so that none are given away", () => {
    expect(costOf(used({ input_token: 10n }), prices({ audio_second: [tier("1")] }))).toMatchObject({
      field: "input_tokens",
    });
    expect(costOf(new Map(), prices({ audio_second: [tier("1")] }))).toMatchObject({
      field: "quantities.audio_second",
    });
  });
});
