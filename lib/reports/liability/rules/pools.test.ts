import fc from "fast-check";
import { expect, it } from "vitest";
import { nano } from "@/lib/values/money";
import { type Change, MOVEMENTS, splitByPool } from "./pools";

const grant = (no: number, paid: bigint) => ({
  ...({ accountId: "a", no, origin: "topup", amount: nano(10n), paid: nano(paid) } as const),
  ...{ createdAt: new Date(0), expiresAt: null },
});

it("calls all that moves in a grant which was paid as a whole paid, and in a gift free, in whatever order a month moved it", () => {
  const change = fc.record<Change>({
    accountId: fc.constant("a"),
    month: fc.constantFrom("2026-01", "2026-02"),
    no: fc.constantFrom(1, 2),
    movement: fc.constantFrom(...MOVEMENTS),
    amount: fc
      .bigInt({ min: -20n, max: 20n })
      .filter((amount) => amount !== 0n)
      .map(nano),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const { changes: split } = splitByPool(changes, [grant(1, 10n), grant(2, 0n)]);
      expect(split).toHaveLength(changes.length);
      for (const { no, pool } of split) expect(pool).toBe(no === 1 ? "paid" : "free");
    }),
  );
});
