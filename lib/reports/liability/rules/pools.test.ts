import fc from "fast-check";
import { expect, it } from "vitest";
import { nano } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { type Change, MOVEMENTS, splitByPool } from "./pools";
import { worthOf } from "./worth";

const VALUE = parseUsd("0.1");

const grant = (no: number, paid: bigint) => ({
  ...({ accountId: "a", no, origin: "topup", amount: nano(10n), paid: nano(paid) } as const),
  ...{ price: null, createdAt: new Date(0), expiresAt: null },
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
      const { changes: split } = splitByPool(changes, [grant(1, 10n), grant(2, 0n)], VALUE);
      expect(split).toHaveLength(changes.length);
      for (const { no, pool } of split) expect(pool).toBe(no === 1 ? "paid" : "free");
    }),
  );
});

it("spreads a price over its credit: what is left is worth its share, and nothing once all is gone, to the last digit", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 15n }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (size, netCents, parts, isEmptied) => {
        const all = parts.reduce((sum, part) => sum + part, 1n);
        const uses = parts.map((part) => nano((-size * part) / all));
        const left = nano(uses.reduce((sum, use) => sum + use, size));
        const change = { accountId: "a", month: "2026-01", no: 1 } as const;
        const changes: Change[] = [
          { ...change, movement: "sold", amount: nano(size) },
          ...uses.map((amount) => ({ ...change, movement: "used", amount }) as const),
          ...(isEmptied ? [{ ...change, movement: "expired", amount: nano(-left) } as const] : []),
        ];
        const price = { netCents, credits: nano(size) };
        const facts = { ...grant(1, size), amount: nano(size), price };
        const worths = splitByPool(changes, [facts], VALUE).changes.map((each) => each.worth as bigint);
        expect(worths.reduce((sum, each) => sum + each, 0n)).toBe(
          isEmptied ? 0n : worthOf(left, price, VALUE),
        );
        expect(worths[0]).toBe(netCents * 10n ** 19n);
      },
    ),
  );
});
