import fc from "fast-check";
import { expect, it } from "vitest";
import { compare, type Movement, remaining, type Side } from "./compare";

const movements = fc.uniqueArray(
  fc.record<Movement>({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    accountId: fc.constantFrom("a", "b", null),
    cents: fc.bigInt({ min: 0n, max: 1_000n }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const sides = fc.record<Side>({ payment: movements, refund: movements, dispute: movements });
const NOTHING: Side = { payment: [], refund: [], dispute: [] };

it("finds nothing when both sides are the same", () => {
  fc.assert(
    fc.property(sides, (side) => {
      expect(compare(side, side)).toEqual([]);
    }),
  );
});

it("accounts for every cent by which the two sides differ", () => {
  const sign = (kind: string) => (kind.startsWith("payment") ? 1n : -1n);
  fc.assert(
    fc.property(sides, sides, (stripe, ledger) => {
      const found = compare(stripe, ledger).reduce(
        (sum, { kind, stripeCents, ledgerCents }) => sum + sign(kind) * (stripeCents - ledgerCents),
        0n,
      );
      expect(found).toBe(remaining(stripe) - remaining(ledger));
    }),
  );
});

it("repairs only what reading it again from Stripe puts right", () => {
  const one = (accountId: string | null, cents: bigint): Movement[] => [{ id: "x", accountId, cents }];
  const certain = (stripe: Partial<Side>, ledger: Partial<Side>) =>
    compare({ ...NOTHING, ...stripe }, { ...NOTHING, ...ledger }).map(({ kind, isCertain }) => [
      kind,
      isCertain,
    ]);
  expect(certain({ payment: one("a", 5n) }, {})).toEqual([["payment_missing", true]]);
  expect(certain({ payment: one(null, 5n) }, {})).toEqual([["payment_unknown", false]]);
  expect(certain({}, { payment: one("a", 5n) })).toEqual([["payment_not_in_stripe", false]]);
  expect(certain({ payment: one("a", 5n) }, { payment: one("a", 4n) })).toEqual([["payment_differs", false]]);
  expect(certain({ refund: one("a", 0n) }, { refund: one("a", 4n) })).toEqual([["refund_differs", true]]);
  expect(certain({ refund: one("a", 0n) }, {})).toEqual([]);
});
