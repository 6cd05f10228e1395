import { expect, it } from "vitest";
import { sentenceOf } from "./sentence";

it.each([
  ["active", "Active"],
  ["switched_off", "Switched off"],
  ["budget-alert", "Budget alert"],
  ["API key", "API key"],
  ["", ""],
])("%j stands by itself as %j", (word, words) => {
  expect(sentenceOf(word)).toBe(words);
});
