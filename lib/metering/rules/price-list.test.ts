import { calcPrice, waitForUpdate } from "@pydantic/genai-prices";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScaled } from "@/lib/values/money";
import { costOf, type PriceTier } from "./cost";
import type { PriceKind } from "./kinds";
import { findModel } from "./match";
import { decimalText, type PublishedProvider, readPriceList } from "./price-list";
import { whole } from "./quantity";

const provider = (prices: PublishedProvider["models"][number]["prices"]): PublishedProvider[] => [
  { id: "p", models: [{ id: "m", match: { equals: "m" }, prices }] },
];
const read = (prices: PublishedProvider["models"][number]["prices"], day = "2026-06-01") =>
  readPriceList(provider(prices), day).prices.map(({ kind, above, perMillion }) => [kind, above, perMillion]);

describe("a published price", () => {
  it("is taken as the digits that its author typed", () => {
    expect(read({ input_mtok: 0.075 })).toEqual([["input", 0n, parseScaled("0.075", 12)]]);
    expect(read({ input_mtok: 0.08333333333333334 })).toEqual([
      ["input", 0n, parseScaled("0.083333333333", 12)],
    ]);
    expect(read({ input_mtok: 0.18000000000000002 })).toEqual([["input", 0n, parseScaled("0.18", 12)]]);
  });

  it("is for a million of its unit, whatever the list counts by, and never less", () => {
    expect(read({ requests_kcount: 12 })).toEqual([["request", 0n, parseScaled("12000", 12)]]);
    expect(read({ audio_hours: 0.36 })).toEqual([["audio_second", 0n, parseScaled("100", 12)]]);
    expect(read({ audio_hours: 0.111 })).toEqual([["audio_second", 0n, parseScaled("30.833333333334", 12)]]);
  });

  it("comes in tiers by input tokens", () => {
    expect(read({ input_mtok: { base: 3, tiers: [{ start: 200_000, price: 6 }] } })).toEqual([
      ["input", 0n, parseScaled("3", 12)],
      ["input", 200_000n, parseScaled("6", 12)],
    ]);
  });

  it("is the one of the day, and at any hour the highest", () => {
    const dated = [
      { prices: { input_mtok: 10 } },
      { constraint: { type: "start_date", start_date: "2026-03-13" } as const, prices: { input_mtok: 5 } },
    ];
    expect(read(dated, "2026-03-12")).toEqual([["input", 0n, parseScaled("10", 12)]]);
    expect(read(dated, "2026-03-13")).toEqual([["input", 0n, parseScaled("5", 12)]]);
    const hourly = [
      { prices: { input_mtok: 2 } },
      { constraint: { type: "time_of_date" } as const, prices: { input_mtok: 3 } },
    ];
    expect(read(hourly)).toEqual([["input", 0n, parseScaled("3", 12)]]);
  });

  it("loses no digit of any number that a list may hold", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        (value) => Number(decimalText(value)) === value && !decimalText(value).includes("e"),
      ),
    );
  });
});

describe("the installed list", async () => {
  const providers = (await waitForUpdate()) ?? [];
  const list = readPriceList(providers, new Date().toISOString().slice(0, 10));
  const pricesOf = (provider: string, model: string): ReadonlyMap<PriceKind, readonly PriceTier[]> => {
    const found = new Map<PriceKind, PriceTier[]>();
    for (const price of list.prices.filter((price) => price.provider === provider && price.model === model)) {
      found.set(price.kind, [
        ...(found.get(price.kind) ?? []),
        { above: price.above, perMillion: price.perMillion },
      ]);
    }
    return found;
  };

  it("gives the cost that its own package computes, for every model that it prices by tokens", () => {
    let compared = 0;
    for (const { id: providerId, models } of providers) {
      for (const { id, prices } of models) {
        if (
          Array.isArray(prices) ||
          Object.keys(prices).some((key) => !/^(input|output|cache_read|cache_write)_mtok$/.test(key))
        )
          continue;
        if (!("input_mtok" in prices && "output_mtok" in prices)) continue;
        const usage = {
          input_tokens: 250_000,
          output_tokens: 321,
          cache_read_tokens: 1_000,
          cache_write_tokens: 500,
        };
        const expected = calcPrice(usage, id, { providerId });
        const listed = findModel(list.matching, providerId, id);
        if (!expected || !listed) continue;
        expect(listed.model, `${providerId} ${id}`).toBe(expected.model.id);
        const amounts = new Map([
          ["input_token", whole(250_000n)],
          ["output_token", whole(321n)],
          ["cached_input_token", whole(1_000n)],
          ["cache_write_token", whole(500n)],
        ]);
        const result = costOf(amounts, pricesOf(listed.provider, listed.model));
        if ("field" in result) throw new Error(`${providerId} ${id}: ${result.field} ${result.message}`);
        expect(Number(result.cost) / 1e12, `${providerId} ${id}`).toBeCloseTo(expected.total_price, 9);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it("finds models by the names that callers use", () => {
    const find = (model: string, provider = "") => findModel(list.matching, provider, model);
    expect(find("gpt-4o-2024-08-06")).toEqual({ provider: "openai", model: "gpt-4o" });
    expect(find("openai/gpt-4o")).toEqual({ provider: "openai", model: "gpt-4o" });
    expect(find("GPT-4o")).toEqual({ provider: "openai", model: "gpt-4o" });
    expect(find("text-embedding-3-small")).toEqual({ provider: "openai", model: "text-embedding-3-small" });
    expect(find("claude-sonnet-4-5", "google-vertex")).toMatchObject({ provider: "google" });
    expect(find("gpt-4o", "azure")?.provider).toMatch(/azure|openai/);
    expect(find("a model that nobody sells")).toBeNull();
    expect(find("gpt-4o", "a provider that nobody knows")).toBeNull();
    expect(find("")).toBeNull();
  });
});
