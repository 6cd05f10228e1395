import { expect, it } from "vitest";
import { usageAsked } from "@/lib/metering/usage-query";
import { daysBeforeOf } from "./tab-before";

it.each([
  ["0001-01-01", "9999-12-31"],
  ["0001-01-01", "0001-01-02"],
  ["2001-01-01", "2026-01-01"],
])("what lies before %s to %s is refused by name, and not looked for", (from, to) => {
  const days = { from, to, compare: "previous" as const };
  const refusal = expect.objectContaining({ code: "invalid_request" }) as Error;
  expect(() => daysBeforeOf(days)).toThrow(refusal);
  expect(() => usageAsked(days)).toThrow(refusal);
});

it("ten years are compared, and nothing is without both days", () => {
  const days = { from: "2016-11-22", to: "2026-11-21", compare: "previous" as const };
  expect(daysBeforeOf(days)).toEqual({ from: "2006-11-23", to: "2016-11-21" });
  expect(daysBeforeOf({ from: "2026-11-01", compare: "previous" })).toBeNull();
});
