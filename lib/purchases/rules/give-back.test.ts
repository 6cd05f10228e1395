import fc from "fast-check";
import { expect, it } from "vitest";
import { type Nano, nano, ZERO } from "@/lib/values/money";
import { type GivenBack, withdrawalOf } from "./give-back";

interface Paid {
  chargedCents: bigint;
  credits: Nano;
}
interface Ways {
  refund: { cents: bigint; credits: bigint };
  dispute: { cents: bigint; credits: bigint };
}

const untouched = (): Ways => ({ refund: { cents: 0n, credits: 0n }, dispute: { cents: 0n, credits: 0n } });

function given({ chargedCents, credits }: Paid, { refund, dispute }: Ways, way: keyof Ways): GivenBack {
  const same = way === "refund" ? refund : dispute;
  return {
    chargedCents,
    credits,
    backCents: refund.cents + dispute.cents,
    backCredits: nano(refund.credits + dispute.credits),
    sameCents: same.cents,
    sameCredits: nano(same.credits),
  };
}

function goBack(paid: Paid, ways: Ways, way: keyof Ways, cents: bigint): { cents: bigint; credits: bigint } {
  const taken = withdrawalOf(given(paid, ways, way), cents);
  ways[way].cents += taken.cents;
  ways[way].credits += taken.credits;
  return taken;
}

const payments = fc.record({
  chargedCents: fc.bigInt({ min: 1n, max: 10n ** 8n }),
  credits: fc.bigInt({ min: 1n, max: 10n ** 16n }).map(nano),
});
const parts = fc.array(
  fc.record({
    way: fc.constantFrom("refund" as const, "dispute" as const),
    share: fc.bigInt({ min: 1n, max: 1_000n }),
  }),
  { minLength: 1, maxLength: 8 },
);

it("withdraws by parts, in any order, exactly what one refund of their sum withdraws", () => {
  fc.assert(
    fc.property(payments, parts, (paid, all) => {
      const ways = untouched();
      for (const { way, share } of all) goBack(paid, ways, way, (paid.chargedCents * share) / 10_000n);
      const sum = ways.refund.cents + ways.dispute.cents;
      const once = withdrawalOf(given(paid, untouched(), "refund"), sum);
      expect(ways.refund.credits + ways.dispute.credits).toBe(once.credits);
    }),
  );
});

it("withdraws all credit with the last cent, and by neither way more than all", () => {
  fc.assert(
    fc.property(payments, parts, (paid, all) => {
      const ways = untouched();
      for (const { way, share } of all) {
        const taken = goBack(paid, ways, way, (paid.chargedCents * share) / 100n);
        expect(taken.credits).toBeGreaterThanOrEqual(0n);
      }
      for (const { cents, credits } of [ways.refund, ways.dispute]) {
        expect(cents).toBeLessThanOrEqual(paid.chargedCents);
        expect(credits).toBeLessThanOrEqual(paid.credits);
      }
      const rest = paid.chargedCents - ways.refund.cents - ways.dispute.cents;
      if (rest <= 0n) return;
      goBack(paid, ways, "refund", rest);
      expect(ways.refund.credits + ways.dispute.credits).toBe(paid.credits);
    }),
  );
});

it("takes nothing for a payment that is back already", () => {
  const paid = { chargedCents: 1_000n, credits: nano(100n) };
  const ways = { ...untouched(), refund: { cents: 1_000n, credits: 100n } };
  expect(withdrawalOf(given(paid, ways, "refund"), 500n)).toEqual({ cents: 0n, credits: ZERO });
});
