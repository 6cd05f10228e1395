import fc from "fast-check";
import { expect, it } from "vitest";
import { isUuid, newId, parseTransactionId, transactionId, UNITS } from "./ids";
import { addMonths, daysBetween, isUtcDay, startOfMonth } from "./time";

it("finds the row of any public id, and nothing in anything else", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.constantFrom(...UNITS),
      fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }),
      (accountId, unit, seq) => {
        expect(parseTransactionId(transactionId({ accountId, unit, seq }))).toEqual({ accountId, unit, seq });
      },
    ),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseTransactionId(text)).toBeNull();
    }),
  );
});

it("makes ids that sort by time", () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every(isUuid)).toBe(true);
});

it("knows the days that exist", () => {
  expect(["2026-02-28", "2024-02-29", "2026-12-31"].every(isUtcDay)).toBe(true);
  expect(["2026-02-29", "2026-13-01", "2026-1-1", "2026-00-10", "x", "2026-02-30T00:00"].some(isUtcDay)).toBe(
    false,
  );
  expect(daysBetween("2026-02-27", "2026-03-01")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
  expect(startOfMonth("2026-11-21")).toBe("2026-11-01");
});
