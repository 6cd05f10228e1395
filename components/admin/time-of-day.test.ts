import { expect, it } from "vitest";
import { timeOfDay } from "./time-of-day";

it.each([
  ["", "00:00"],
  ["0:00", "00:00"],
  ["9:05", "09:05"],
  [" 14:30 ", "14:30"],
  ["23:59", "23:59"],
])("reads %o as %s", (text, time) => {
  expect(timeOfDay(text)).toBe(time);
});

it.each(["24:00", "9", "9:5", "12:60", "2:30 pm", "noon"])("knows that %o is no time of 24 hours", (text) => {
  expect(timeOfDay(text)).toBeNull();
});
