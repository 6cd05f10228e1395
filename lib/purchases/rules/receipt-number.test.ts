import fc from "fast-check";
import { expect, it } from "vitest";
import { receiptNumber } from "./receipt-number";

it("writes numbers so that they sort, and each series so that it is told apart", () => {
  expect([receiptNumber("receipt", 1n), receiptNumber("credit_note", 42n)]).toEqual([
    "R-000001",
    "CN-000042",
  ]);
});

it("writes no two numbers alike", () => {
  const number = fc.record({
    series: fc.constantFrom("receipt" as const, "credit_note" as const),
    no: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  });
  fc.assert(
    fc.property(number, number, (one, other) => {
      const same = one.series === other.series && one.no === other.no;
      expect(receiptNumber(one.series, one.no) === receiptNumber(other.series, other.no)).toBe(same);
    }),
  );
});
