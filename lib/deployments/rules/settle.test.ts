import fc from "fast-check";
import { expect, it } from "vitest";
import type { Micro } from "@/lib/metering/rules/quantity";
import { type Nano, nano } from "@/lib/values/money";
import { type Component, costOf, withReplicas } from "./components";
import { type CycleTerms, holdFor, later, msBetween, settle, type Settled } from "./settle";

const START = new Date("2026-11-01T00:00:00Z");
const DAY = 86_400_000;

interface Step {
  /** Milliseconds since the step before. */
  after: number;
  what: "replicas" | "extend" | "price";
  replicas: number;
  prices: bigint[];
}

const step: fc.Arbitrary<Step> = fc.record({
  after: fc.integer({ min: 0, max: 3 * DAY }),
  what: fc.constantFrom("replicas", "extend", "price"),
  replicas: fc.integer({ min: 1, max: 8 }),
  prices: fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 3 }),
});

const partsOf = (prices: readonly bigint[], replicas: number): Component[] =>
  prices.map((price, index) => ({
    meter: `meter ${index}`,
    hardware: "x",
    units: (BigInt(replicas) * 1_000_000n) as Micro,
    price: nano(price),
    per: 1n,
  }));

interface Lived {
  cycles: { terms: CycleTerms; to: Date; settled: Settled }[];
  held: bigint;
}

/** Lives a plan as the verbs do: cycles of a day, parts at every change, settled where they end. */
function live(first: readonly bigint[], steps: readonly Step[], stopAfter: number): Lived {
  const lived: Lived = { cycles: [], held: 0n };
  let replicas = 1;
  let next = first;
  const open = (from: Date, until: Date, components: Component[]): CycleTerms => {
    const held = holdFor(components, from, until);
    lived.held += held;
    return { from, until, components, held };
  };
  let terms = open(START, later(START, DAY), partsOf(first, 1));
  const close = (to: Date) => lived.cycles.push({ terms, to, settled: settle(terms, to) });
  const borders = (until: Date) => {
    while (terms.until <= until) {
      const at = terms.until;
      close(at);
      terms = open(at, later(at, DAY), partsOf(next, replicas));
    }
  };
  let now = START;
  for (const { after, what, prices, replicas: wanted } of steps) {
    now = later(now, after);
    borders(now);
    if (what === "price") next = prices;
    else {
      close(now);
      const to = what === "replicas" ? wanted : replicas;
      const until = what === "extend" ? later(terms.until, DAY) : terms.until;
      terms = open(now, until, withReplicas(terms.components, replicas, to));
      replicas = to;
    }
  }
  now = later(now, stopAfter);
  // Of a fixed duration it may run past its end: then it is not turned, and its overage is settled.
  if (stopAfter % 2 === 0) borders(now);
  close(now);
  return lived;
}

it("held − refunded + overage = used = the sum of the components, for any start, stop, extension, price and number of replicas", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 3 }),
      fc.array(step, { maxLength: 8 }),
      fc.integer({ min: 0, max: 4 * DAY }),
      (first, steps, stopAfter) => {
        const { cycles, held } = live(first, steps, stopAfter);
        const sum = (amount: (settled: Settled) => Nano) =>
          cycles.reduce((all, { settled }) => all + amount(settled), 0n);
        const used = sum((settled) => settled.used);
        expect(held - sum(({ refund }) => refund) + sum(({ overage }) => overage)).toBe(used);
        expect(
          sum(({ cost }) => cost.lines.reduce<Nano>((all, { amount }) => nano(all + amount), nano(0n))),
        ).toBe(used);
        for (const { terms, to, settled } of cycles) {
          expect(settled.refund === 0n || settled.overage === 0n).toBe(true);
          expect(settled.used).toBe(costOf(terms.components, msBetween(terms.from, to)).total);
        }
      },
    ),
  );
});

it("cuts the time into cycles without gap or overlap", () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 8 }),
      fc.integer({ min: 0, max: 4 * DAY }),
      (steps, stopAfter) => {
        const { cycles } = live([7n], steps, stopAfter);
        const total = steps.reduce((ms, { after }) => ms + after, stopAfter);
        expect(cycles[0]?.terms.from).toEqual(START);
        for (const [index, { to }] of cycles.entries()) {
          const following = cycles[index + 1];
          if (following) expect(following.terms.from).toEqual(to);
          else expect(to).toEqual(later(START, total));
        }
      },
    ),
  );
});
