import { expect, it } from "vitest";
import { priceMoment } from "./price-moment";

it("reads a time as it is, and a day as its end, so that what began on it counts", () => {
  expect(priceMoment("2026-11-21T14:03:00.250Z")?.toISOString()).toBe("2026-11-21T14:03:00.250Z");
  expect(priceMoment("2026-11-21")?.toISOString()).toBe("2026-11-21T23:59:59.999Z");
});

it("reads nothing from what is no time", () => {
  for (const text of [
    undefined,
    "",
    "2026-02-30",
    "yesterday",
    "2026-11-21T99:99:99Z",
    "2026-11-21T14:03:00+01:00",
  ])
    expect(priceMoment(text)).toBeUndefined();
});
