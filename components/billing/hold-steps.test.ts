import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, formatCredits, nano, parseCredits, ZERO } from "@/lib/values/money";
import { holdSteps, type ReservedHold } from "./hold-steps";

const HOLD: ReservedHold = {
  id: "h",
  kind: "reservation",
  status: "captured",
  description: "A job",
  amount: "10",
  used: "4",
  created_at: "2026-11-21T10:00:00.000Z",
  ended_at: "2026-11-21T10:01:00.000Z",
};
const said = (hold: ReservedHold) => holdSteps(hold).map(({ what, amount }) => `${what} ${amount}`);

describe("the life of a hold", () => {
  it("says what was held, charged, used beyond it, and given back", () => {
    expect(said(HOLD)).toEqual(["held 10", "captured 4", "given back 6"]);
    expect(said({ ...HOLD, used: "10" })).toEqual(["held 10", "captured 10"]);
    expect(said({ ...HOLD, used: "12.5" })).toEqual(["held 10", "captured 10", "overage 2.5"]);
    expect(said({ ...HOLD, status: "released", used: "0" })).toEqual(["held 10", "given back 10"]);
    expect(said({ ...HOLD, status: "expired", used: null })).toEqual(["held 10", "given back 10"]);
    expect(said({ ...HOLD, status: "open", used: null, ended_at: null })).toEqual(["held 10"]);
  });

  it("adds up: captured and given back are what was held, captured and overage are what was used", () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), amounts, (held, used) => {
        const steps = holdSteps({
          ...HOLD,
          amount: formatCredits(nano(held)),
          used: formatCredits(nano(used)),
        });
        const sum = (...names: string[]) =>
          steps
            .filter(({ what }) => names.includes(what))
            .reduce((total, { amount }) => add(total, parseCredits(amount)), ZERO);
        expect(sum("captured", "given back")).toBe(held);
        expect(sum("captured", "overage")).toBe(used);
      }),
    );
  });
});
