import { expect, it } from "vitest";
import { displayDuration } from "./duration";

it.each([
  [0, "0 min"],
  [59, "under 1 min"],
  [60, "1 min"],
  [3_599, "59 min"],
  [3_600, "1 h"],
  [93_900, "26 h 5 min"],
  [4_500_000, "1,250 h"],
])("says %i seconds in hours and minutes: %s", (seconds, text) => {
  expect(displayDuration(seconds)).toBe(text);
});
