import fc from "fast-check";
import { expect, it } from "vitest";
import { expiryOf } from "./card-expiry";

const at = (time: string) => expiryOf(2, 2028, new Date(time));

it("lets a card be charged to the last moment of its month, also in a leap year", () => {
  expect(at("2028-02-29T23:59:59.999Z")).toBe("soon");
  expect(at("2028-03-01T00:00:00.000Z")).toBe("expired");
});

it("says so thirty days before, and not earlier", () => {
  expect(at("2028-01-30T23:59:59.999Z")).toBe("good");
  expect(at("2028-01-31T00:00:00.000Z")).toBe("soon");
});

it("goes on into the next year after December", () => {
  expect(expiryOf(12, 2027, new Date("2027-12-31T23:59:59.999Z"))).toBe("soon");
  expect(expiryOf(12, 2027, new Date("2028-01-01T00:00:00.000Z"))).toBe("expired");
});

it("never calls what has no end expired", () => {
  expect(expiryOf(null, null, new Date("2999-01-01T00:00:00Z"))).toBe("good");
});

it("only ever gets worse as time goes on", () => {
  const order = ["good", "soon", "expired"];
  const time = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2021, max: 2039 }),
      time,
      time,
      (month, year, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        expect(order.indexOf(expiryOf(month, year, before))).toBeLessThanOrEqual(
          order.indexOf(expiryOf(month, year, after)),
        );
      },
    ),
  );
});
