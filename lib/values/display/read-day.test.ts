import { expect, it } from "vitest";
import { addDays } from "../time";
import { displayDay, readDay } from "./time";

it.each([
  ["2026-11-21", "2026-11-21"],
  [" 21 Nov 2026 ", "2026-11-21"],
  ["1 november 2026", "2026-11-01"],
  ["3. Feb. 2028", "2028-02-03"],
  ["30 Feb 2026", null],
  ["21 Nov", null],
  ["11/21/2026", null],
  ["", null],
])("%j is read as %j", (text, day) => {
  expect(readDay(text)).toBe(day);
});

it("every day is read as it is shown", () => {
  for (let day = "2027-12-01", count = 0; count < 120; day = addDays(day, 1), count++)
    expect(readDay(displayDay(day))).toBe(day);
});
