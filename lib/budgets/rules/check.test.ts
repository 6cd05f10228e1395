import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import type { WorkScope } from "@/lib/ledger/types";
import { nano, parseCredits } from "@/lib/values/money";
import { DAY_MS, type UtcDay, utcDay } from "@/lib/values/time";
import { checkLimits, stateOf } from "./check";
import { covers } from "./covers";
import { BUDGET_PERIODS, type BudgetPeriod, type BudgetState, type Limit } from "./limit";
import { periodOf } from "./period";

const limitOf = (changes: Partial<Limit> = {}): Limit => ({
  id: "b",
  name: "Growth",
  kind: "budget",
  scope: "account",
  scopeValue: "",
  names: [""],
  period: "monthly",
  mode: "hard",
  limit: parseCredits("100"),
  startsOn: "2026-11-01",
  validUntil: null,
  closed: null,
  ...changes,
});
const at = new Date("2026-11-21T12:00:00Z");
const state = (changes: Partial<Limit>, spent = "0", held = "0"): BudgetState =>
  stateOf(limitOf(changes), { spent: parseCredits(spent), held: parseCredits(held) }, at);

describe("a budget", () => {
  const scope = fc.record({
    feature: fc.constantFrom("", "a", "b"),
    operation: fc.constant(""),
    model: fc.constantFrom("", "m"),
    member: fc.constantFrom("", "Ada@Example.com", "0190", "bob@example.com"),
    team: fc.constantFrom("", "a", "b"),
    project: fc.constantFrom("", "a", "b"),
    keyId: fc.constantFrom("", "a", "b"),
    mandate: fc.constantFrom("", "a"),
  });

  it("of the account covers everything; any other, exactly what names its thing", () => {
    fc.assert(
      fc.property(scope, (work: WorkScope) => {
        expect(covers({ scope: "account", names: [""] }, work)).toBe(true);
        expect(covers({ scope: "team", names: ["a"] }, work)).toBe(work.team === "a");
        expect(covers({ scope: "project", names: ["a"] }, work)).toBe(work.project === "a");
        expect(covers({ scope: "key", names: ["a"] }, work)).toBe(work.keyId === "a");
        expect(covers({ scope: "feature", names: ["a"] }, work)).toBe(work.feature === "a");
        expect(covers({ scope: "mandate", names: ["a"] }, work)).toBe(work.mandate === "a");
      }),
    );
  });

  it("of a member covers what names them by e-mail, whatever its case, or by id", () => {
    const ada = { scope: "member", names: ["ada@example.com", "0190"] } as const;
    const by = (member: string) => covers(ada, { ...NO_SCOPE, member });
    expect(["ada@example.com", "Ada@Example.COM", "0190"].every(by)).toBe(true);
    expect(["", "bob@example.com", "019"].some(by)).toBe(false);
  });

  it("lets what fits exactly be held, and not a nano-credit more", () => {
    const states = [state({}, "90", "4.5")];
    expect(checkLimits(states, parseCredits("5.5"))).toBeNull();
    const fault = checkLimits(states, parseCredits("5.500000001"));
    expect(fault?.code).toBe("budget_exceeded");
    expect(fault?.detail).toContain("“Growth” has 5.5 ECU left of 100 (spent 90, held 4.5)");
    expect(fault?.detail).toContain("It resets at 2026-12-01T00:00:00.000Z");
  });

  it("that only warns refuses nothing", () => {
    expect(checkLimits([state({ mode: "warn" }, "500")], parseCredits("1"))).toBeNull();
  });

  it("is named by the first that is too small, a mandate before budgets", () => {
    const small = state({ name: "Small", limit: parseCredits("1") });
    const mandate = state({ kind: "mandate", scope: "mandate", name: "Agent", limit: parseCredits("1") });
    expect(checkLimits([state({}), small], parseCredits("2"))?.state.name).toBe("Small");
    expect(checkLimits([small, mandate], parseCredits("2"))?.code).toBe("mandate_exceeded");
  });
});

interface World {
  now: number;
  /** By UTC day. */
  charged: Map<UtcDay, bigint>;
  holds: { amount: bigint }[];
}
const step = fc.oneof(
  fc.record({ do: fc.constant("reserve" as const), amount: fc.bigInt(1n, 60n) }),
  fc.record({ do: fc.constant("capture" as const), pick: fc.nat(), part: fc.bigInt(0n, 60n) }),
  fc.record({ do: fc.constant("charge" as const), amount: fc.bigInt(1n, 20n) }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat(40 * DAY_MS) }),
);

function standing(world: World, period: BudgetPeriod): BudgetState {
  const now = new Date(world.now);
  const { from, to } = periodOf(period, "2026-01-01", now);
  const days = [...world.charged].filter(([day]) => (from ?? "") <= day && (to === null || day < to));
  const spent = nano(days.reduce((sum, [, charge]) => sum + charge, 0n));
  const held = nano(world.holds.reduce((sum, { amount }) => sum + amount, 0n));
  return stateOf(limitOf({ period, limit: nano(100n) }), { spent, held }, now);
}

it("whatever is reserved, captured, charged and waited for: no reservation takes spent and held above a hard limit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...BUDGET_PERIODS), fc.array(step, { maxLength: 40 }), (period, steps) => {
      const world: World = { now: Date.parse("2026-11-21T12:00:00Z"), charged: new Map(), holds: [] };
      const charge = (amount: bigint) => {
        const today = utcDay(new Date(world.now));
        world.charged.set(today, (world.charged.get(today) ?? 0n) + amount);
      };
      for (const one of steps) {
        const before = standing(world, period);
        if (one.do === "wait") world.now += one.ms;
        if (one.do === "charge") charge(one.amount);
        if (one.do === "capture" && world.holds.length > 0) {
          const [hold] = world.holds.splice(one.pick % world.holds.length, 1);
          charge(hold && one.part < hold.amount ? one.part : (hold?.amount ?? 0n));
        }
        if (one.do === "reserve") {
          const fault = checkLimits([before], nano(one.amount));
          expect(fault === null).toBe(before.spent + before.held + one.amount <= before.limit);
          if (fault === null) world.holds.push({ amount: one.amount });
        }
        const after = standing(world, period);
        const grew = after.spent + after.held > before.spent + before.held;
        if (grew && one.do === "reserve") expect(after.spent + after.held).toBeLessThanOrEqual(after.limit);
        if (one.do === "capture")
          expect(after.spent + after.held).toBeLessThanOrEqual(before.spent + before.held);
        expect(after.remaining + after.spent + after.held).toBe(after.limit);
      }
    }),
  );
});
