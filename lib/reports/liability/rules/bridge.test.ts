import fc from "fast-check";
import { expect, it } from "vitest";
import { type Nano, parseCredits } from "@/lib/values/money";
import { parseUsd, picoUsd } from "@/lib/values/usd";
import { BRIDGE, bridgeOf } from "./bridge";
import { monthsOf } from "./months";
import { MOVEMENTS, POOLS } from "./pools";
import { worth, worthOf } from "./worth";

const VALUE = parseUsd("0.1");

it("leads from use to what is earned, for any month", () => {
  const month = fc.constantFrom("2026-10", "2026-11");
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((size) => size as Nano);
  const paid = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map(worth);
  const movement = fc.constantFrom(...MOVEMENTS);
  const ofPool = (pool: (typeof POOLS)[number]) =>
    fc.record({ month, amount, movement, pool: fc.constant(pool), worth: paid }).map((change) =>
      // Only paid credit has a price of its own.
      pool === "paid" ? change : { ...change, worth: worthOf(change.amount, null, VALUE) },
    );
  const changes = fc.array(fc.oneof(...POOLS.map(ofPool)), { maxLength: 40 });
  const ahead = fc.array(fc.record({ month, amount, worth: paid }), { maxLength: 5 });
  const charged = fc.option(
    fc.record({ charge: amount, revenue: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(picoUsd) }),
  );
  fc.assert(
    fc.property(changes, ahead, charged, (all, early, margins) => {
      for (const each of monthsOf(all, "2026-11", early)) {
        const bridge = bridgeOf(each, VALUE, margins);
        const sum = (key: "credits" | "worth") =>
          BRIDGE.reduce((total, line) => total + bridge[line][key], 0n);
        expect(sum("credits")).toBe(bridge.earned.credits);
        expect(sum("worth")).toBe(bridge.earned.worth);
      }
    }),
  );
});

it("begins with what Margins has, and says what was charged beyond it", () => {
  const amount = parseCredits("-258");
  const change = { month: "2026-11", pool: "paid", movement: "used", amount } as const;
  const month = monthsOf([{ ...change, worth: worthOf(amount, null, VALUE) }], "2026-11").at(-1);
  if (!month) throw new Error("there is no month");
  const margins = { charge: parseCredits("200"), revenue: parseUsd("20") };
  expect(bridgeOf(month, VALUE, margins)).toMatchObject({
    counted: { credits: parseCredits("200"), worth: 20n * 10n ** 21n },
    beyond: { credits: parseCredits("58"), worth: 58n * 10n ** 20n },
  });
  expect(bridgeOf(month, VALUE, null)).toMatchObject({
    counted: { credits: parseCredits("258"), worth: 258n * 10n ** 20n },
    beyond: { credits: 0n, worth: 0n },
  });
});

it("says by how much credit was paid for below its value", () => {
  const credits = parseCredits("1000");
  const price = { netCents: 9_000n, credits };
  const change = { month: "2026-11", pool: "paid" } as const;
  const sold = {
    ...change,
    movement: "sold",
    amount: credits,
    worth: worthOf(credits, price, VALUE),
  } as const;
  const used = parseCredits("-500");
  const months = monthsOf(
    [sold, { ...change, movement: "used", amount: used, worth: worthOf(used, price, VALUE) }],
    "2026-11",
  );
  const month = months.at(-1);
  if (!month) throw new Error("there is no month");
  const { discount, earned } = bridgeOf(month, VALUE, null);
  expect(discount).toEqual({ credits: 0n, worth: -500n * 10n ** 19n });
  expect(earned).toEqual({ credits: parseCredits("500"), worth: 4_500n * 10n ** 19n });
});
