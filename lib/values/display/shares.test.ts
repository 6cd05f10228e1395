import fc from "fast-check";
import { expect, it } from "vitest";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { formatCredits, nano } from "@/lib/values/money";
import { sharesOf } from "./shares";

const amount = fc.bigInt({ min: 1n, max: 10n ** 18n }).map((value) => formatCredits(nano(value)));

it("adds up to a hundred, whatever the parts", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (amounts) => {
      expect(sumOf(sharesOf(amounts))).toBe("100");
    }),
  );
});

it("gives equal shares to what stands in another order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(amount, { minLength: 1, maxLength: 12 }), (amounts) => {
      expect(sharesOf(amounts.toReversed()).toReversed()).toEqual(sharesOf(amounts));
    }),
  );
});

it("tells apart by their size what loses the same", () => {
  expect(sharesOf(["1", "3", "1.000000001", "2.999999999"])).toEqual(["12.5", "37.5", "12.5", "37.5"]);
  const amounts = ["0.00000001", "0.000000002", "5000000"];
  expect(sharesOf(amounts.toReversed()).toReversed()).toEqual(sharesOf(amounts));
});

it("says what each is of all of them", () => {
  expect(sharesOf(["1", "1", "2"])).toEqual(["25", "25", "50"]);
  expect(sharesOf(["1", "1", "1"])).toEqual(["33.4", "33.3", "33.3"]);
  expect(sharesOf(["0", "0"])).toEqual(["0", "0"]);
});
