import { expect, it } from "vitest";
import { rangeInWords, runOutInWords } from "./run-out-words";

const range = { low: "2026-12-03", middle: "2026-12-05", high: "2026-12-09" };

it("says how much is left and until when, or that it cannot be told", () => {
  expect(runOutInWords("412.5", range)).toBe("412.5 ECU available, enough until 3 – 9 Dec at this rate.");
  expect(runOutInWords("412.5", { ...range, high: null })).toBe(
    "412.5 ECU available, enough at least until 3 Dec at this rate.",
  );
  expect(runOutInWords("412.5", { low: null, middle: null, high: null })).toContain("more than a year");
  expect(runOutInWords("75", null)).toContain("after a week of use");
  expect(runOutInWords("-3", range)).toBe("Nothing is left. Add credit to go on.");
  expect(runOutInWords("0", range)).toBe("Nothing is left. Add credit to go on.");
});

it("says how sure the days are", () => {
  expect(rangeInWords(range)).toContain("four of five cases within 3 – 9 Dec");
  expect(rangeInWords({ ...range, high: null })).toContain("nine of ten cases not before 3 Dec");
  expect(rangeInWords(null)).toContain("after a week");
});
