import { expect, it } from "vitest";
import { type Nano, parseCredits, ZERO } from "@/lib/values/money";
import { parseUsd, picoUsd } from "@/lib/values/usd";
import { chargeSteps, type Explained } from "./charge-steps";
import { costOf, type ModelPrices } from "./cost";
import { chargeOf, type PricedCall } from "./price";
import { whole } from "./quantity";
import type { RateEntry } from "./rate-card";

const PRICES: ModelPrices = new Map([
  ["input", [{ above: 0n, perMillion: picoUsd(150_000_000_000n) }]],
  ["output", [{ above: 0n, perMillion: picoUsd(600_000_000_000n) }]],
]);

const entry = (part: Partial<RateEntry>): RateEntry => ({
  ...{ feature: "any", operation: "", model: "", hardware: "", meter: "cost", price: null },
  ...{ per: 1n, markupPpm: null, floor: ZERO, unit: "credit" },
  ...part,
});

function steps(
  entries: readonly RateEntry[],
  amounts: Readonly<Record<string, bigint>>,
  call: Partial<PricedCall> = {},
  explained: Explained = {},
) {
  const used = new Map(Object.entries(amounts).map(([meter, count]) => [meter, whole(count)]));
  const found = used.has("input_token") ? costOf(used, PRICES) : null;
  if (found && "field" in found) throw new Error(found.message);
  const cost = call.cost ?? found?.cost ?? null;
  const charge = chargeOf(entries, parseUsd("0.1"), { amounts: used, byok: false, cost, ...call });
  if ("field" in charge) throw new Error(charge.message);
  const priced = {
    card: { creditValue: parseUsd("0.1") } as Parameters<typeof chargeSteps>[0]["card"],
    charge,
    cost,
    costSource: found ? ("price_list" as const) : cost === null ? ("none" as const) : ("reported" as const),
    listed: null,
    costLines: found?.lines ?? [],
  };
  return chargeSteps(priced, explained);
}

it("explains tokens by prices that look like prices", () => {
  expect(steps([entry({ markupPpm: 1_300_000n })], { input_token: 2_407n, output_token: 499n })).toEqual([
    "2,407 input tokens at $0.15 per million = $0.00036105",
    "499 output tokens at $0.60 per million = $0.0002994",
    "Real cost: $0.00066045 (from the price list, rounded up)",
    "$0.00066045 × 1.3 markup ÷ $0.10 per ECU = 0.00858585 ECU",
    "Charge: 0.00858585 ECU, each part rounded up to 0.000000001 ECU",
  ]);
});

it("says of what was reported and has no price that it was not charged", () => {
  const quantities = { hour: "3", banana: "1", web_search: "0", input_audio_token: "40" };
  const used = { input_token: 1_000n, ...{ hour: 3n, banana: 1n } };
  const marked = [entry({ markupPpm: 1_300_000n })];
  const free = "Not charged, for want of a price: 3 hours, 1 banana";
  expect(steps(marked, used, {}, { quantities }).at(-2)).toBe(free);
  expect(steps(marked, used, {}, { quantities, byok: true })).not.toContain(free);
  expect(steps(marked, {}, { cost: parseUsd("0.01") }, { quantities })).not.toContain(free);
  const hours = [...marked, entry({ meter: "hour", price: parseCredits("1") })];
  expect(steps(hours, used, {}, { quantities: { hour: "3" } }).join()).not.toContain("Not charged");
});

it("explains runs, images, time, storage and training by what is counted", () => {
  const fixed = (meter: string, price: string, per = 1n) => [
    entry({ meter, price: parseCredits(price), per }),
  ];
  expect(steps(fixed("run", "0.01"), {})[0]).toBe("1 run at 0.01 ECU each = 0.01 ECU");
  expect(steps(fixed("image", "0.4"), { image: 3n })[0]).toBe("3 images at 0.4 ECU each = 1.2 ECU");
  expect(steps(fixed("hour", "10"), { hour: 24n })[0]).toBe("24 hours at 10 ECU each = 240 ECU");
  expect(steps(fixed("gb_day", "0.033"), { gb_day: 60n })[0]).toBe("60 GB-days at 0.033 ECU each = 1.98 ECU");
  expect(steps(fixed("training_token", "5", 1_000_000n), { training_token: 8_400_000n })[0]).toBe(
    "8,400,000 training tokens at 5 ECU for 1M training tokens = 42 ECU",
  );
  const tool = entry({ meter: "run", price: 1n as Nano, unit: "tool_run" });
  expect(steps([tool], {})).toEqual(["1 run at 1 tool run each = 1 tool run", "Charge: 1 tool run"]);
});

it("explains what raised a charge, and the month's tiers", () => {
  const floored = entry({ markupPpm: 1_300_000n, floor: parseCredits("0.5") });
  expect(steps([floored], {}, { cost: parseUsd("0.01") })).toEqual([
    "Real cost: $0.01 (reported by the caller)",
    "$0.01 × 1.3 markup ÷ $0.10 per ECU = 0.13 ECU",
    "Raised to the floor of 0.5 ECU",
    "Charge: 0.5 ECU, each part rounded up to 0.000000001 ECU",
  ]);
  const tiered = entry({
    meter: "run",
    price: parseCredits("0.02"),
    tiers: [{ above: whole(1_000n), price: parseCredits("0.01"), markupPpm: null }],
  });
  const position = new Map([["run", whole(990n)]]);
  expect(steps([tiered], { run: 20n }, { position }).slice(0, 3)).toEqual([
    "10 runs at 0.02 ECU each (the month’s first tier)",
    "10 runs at 0.01 ECU each (the month’s tier above 1,000 runs)",
    "Together: 0.3 ECU",
  ]);
});
