import fc from "fast-check";
import { expect, it } from "vitest";
import { centsOfUsd, usdOfCents } from "./cents";

it("reads dollars to the cent, and writes both decimals", () => {
  expect([centsOfUsd("99.5"), centsOfUsd("0.05"), centsOfUsd("10000")]).toEqual([9_950n, 5n, 1_000_000n]);
  expect([usdOfCents(5n), usdOfCents(-5n), usdOfCents(123_456n), usdOfCents(0n)]).toEqual([
    "0.05",
    "-0.05",
    "1234.56",
    "0.00",
  ]);
});

it("loses nothing on the way there and back", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (cents) => {
      expect(centsOfUsd(usdOfCents(cents))).toBe(cents);
    }),
  );
});
