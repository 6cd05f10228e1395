import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Micro, quantity } from "@/lib/metering/rules/quantity";
import type { RateEntry } from "@/lib/metering/rules/rate-card";
import { type Nano, nano, parseCredits, ZERO } from "@/lib/values/money";
import {
  affordable,
  type Component,
  componentsOf,
  componentStored,
  costOf,
  storedComponent,
  withReplicas,
} from "./components";

const entry = (meter: string, price: string, floor = "0"): RateEntry => ({
  feature: "model_hosting",
  operation: "",
  model: "",
  hardware: "a100-80gb",
  meter,
  price: parseCredits(price),
  per: 1n,
  markupPpm: null,
  floor: parseCredits(floor),
  unit: "credit",
});
const a100 = { hardware: "a100-80gb", units: 1, vcpus: quantity("0"), memoryGb: quantity("0") };
const HOUR = 3_600_000n;

const component: fc.Arbitrary<Component> = fc.record({
  meter: fc.constantFrom("hour", "vcpu_hour", "memory_gb_hour"),
  hardware: fc.constant("x"),
  units: fc.bigInt(1n, 64_000_000n).map((units) => units as Micro),
  price: fc.bigInt(0n, 100_000_000_000n).map(nano),
  per: fc.bigInt(1n, 1000n),
});
const parts = fc.array(component, { minLength: 1, maxLength: 4 });
const time = fc.bigInt(0n, 48n * HOUR);

describe("the cost of time", () => {
  it("makes two A100 replicas cost exactly twice one", () => {
    const cost = (replicas: number, ms: bigint) =>
      costOf(componentsOf([entry("hour", "25")], a100, replicas), ms).total;
    expect(cost(1, HOUR)).toBe(parseCredits("25"));
    fc.assert(
      fc.property(fc.bigInt(0n, 100_000n), (hours) => cost(2, hours * HOUR) === 2n * cost(1, hours * HOUR)),
    );
    // Within one nano-credit of rounding for any odd millisecond.
    fc.assert(
      fc.property(time, (ms) => 2n * cost(1, ms) - cost(2, ms) <= 1n && cost(2, ms) <= 2n * cost(1, ms)),
    );
  });

  it("is the sum of its components, each exact and rounded up once", () => {
    fc.assert(
      fc.property(parts, time, (components, ms) => {
        const { lines, total } = costOf(components, ms);
        expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0n));
        for (const { units, price, per, amount } of lines) {
          const exact = ms * units * price;
          const scale = HOUR * 1_000_000n * per;
          expect(amount * scale).toBeGreaterThanOrEqual(exact);
          expect((amount - 1n) * scale).toBeLessThan(exact + (exact === 0n ? 1n : 0n));
        }
      }),
    );
  });

  it("prices vCPUs, memory and machines each by its own meter, and leaves out what the machine has not", () => {
    const entries = [
      entry("vcpu_hour", "0.05"),
      entry("memory_gb_hour", "0.01"),
      entry("hour", "7"),
      entry("gb_day", "1"),
    ];
    const machine = { hardware: "", units: 0, vcpus: quantity("2"), memoryGb: quantity("4") };
    const { lines, total } = costOf(componentsOf(entries, machine, 1), 2n * HOUR);
    expect(lines.map(({ meter, amount }) => [meter, amount])).toEqual([
      ["vcpu_hour", parseCredits("0.2")],
      ["memory_gb_hour", parseCredits("0.08")],
    ]);
    expect(total).toBe(parseCredits("0.28"));
  });

  it("is raised to the floor by a line of its own, and is nothing for no time", () => {
    const components = componentsOf([entry("hour", "1", "0.5")], a100, 1);
    expect(costOf(components, HOUR / 4n)).toMatchObject({ total: parseCredits("0.5") });
    expect(costOf(components, HOUR)).toMatchObject({ total: parseCredits("1") });
    expect(costOf(components, 0n).total).toBe(ZERO);
  });

  it("never falls when time goes on, and splitting it costs at most the rounding of each part more", () => {
    fc.assert(
      fc.property(parts, time, time, (components, one, other) => {
        const whole = costOf(components, one + other).total;
        const split = costOf(components, one).total + costOf(components, other).total;
        expect(whole).toBeGreaterThanOrEqual(costOf(components, one).total);
        expect(split - whole).toBeGreaterThanOrEqual(0n);
        expect(split - whole).toBeLessThanOrEqual(BigInt(components.length));
      }),
    );
  });
});

it("finds the longest time that a balance pays for, to the millisecond", () => {
  fc.assert(
    fc.property(parts, fc.bigInt(-5n, 10n ** 13n).map(nano), time, (components, room, most) => {
      fc.pre(room >= 0n);
      const ms = affordable(components, room, most);
      expect(costOf(components, ms).total).toBeLessThanOrEqual(room);
      if (ms < most) expect(costOf(components, ms + 1n).total).toBeGreaterThan(room);
    }),
  );
  expect(affordable(componentsOf([entry("hour", "1")], a100, 1), -1n as Nano, HOUR)).toBe(0n);
});

it("keeps a component through storage, and its prices through another number of replicas", () => {
  fc.assert(
    fc.property(
      parts,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      (components, from, to) => {
        const many = withReplicas(components, 1, from);
        expect(many.map(storedComponent).map(componentStored)).toEqual(many);
        expect(withReplicas(many, from, to)).toEqual(withReplicas(components, 1, to));
      },
    ),
  );
});
