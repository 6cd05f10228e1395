import { expect, it } from "vitest";
import { readPeriod } from "./read-period";

const today = "2026-11-21";

it("shows the last thirty days when nothing is said, and when what is said cannot be read", () => {
  const usual = { days: { from: "2026-10-23", to: today }, preset: "30d", compare: null, before: null };
  expect(readPeriod({}, today)).toEqual(usual);
  expect(readPeriod({ from: "yesterday", range: "forever" }, today)).toEqual(usual);
});

it("shows a year at the most", () => {
  expect(readPeriod({ from: "2020-01-01", to: today }, today).days).toEqual({
    from: "2025-11-21",
    to: today,
  });
});

it("compares this month with the same days of the month before, and other days with those right before", () => {
  expect(readPeriod({ range: "this_month", compare: "1" }, today)).toMatchObject({
    compare: "month",
    before: { from: "2026-10-01", to: "2026-10-21" },
  });
  expect(readPeriod({ range: "7d", compare: "1" }, today)).toMatchObject({
    compare: "previous",
    before: { from: "2026-11-08", to: "2026-11-14" },
  });
});
