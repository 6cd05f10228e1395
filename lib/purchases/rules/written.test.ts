import { afterEach, expect, it } from "vitest";
import { askNumberStyle } from "@/lib/values/display/number-style";
import { parseCredits } from "@/lib/values/money";
import { writtenCredits, writtenPrice, writtenUsd } from "./written";

afterEach(() => askNumberStyle(() => undefined));

it("writes money and credit with thousands, and nothing away", () => {
  expect([0n, 5n, 125_000n, 123_456_789n].map(writtenUsd)).toEqual([
    "$0.00",
    "$0.05",
    "$1,250.00",
    "$1,234,567.89",
  ]);
  expect(["5001", "999", "12345.678901234", "0.5", "1000000"].map(parseCredits).map(writtenCredits)).toEqual([
    "5,001",
    "999",
    "12,345.678901234",
    "0.5",
    "1,000,000",
  ]);
});

it("writes a price with at least two decimals", () => {
  expect(["0.1", "0.095", "2"].map(writtenPrice)).toEqual(["0.10", "0.095", "2.00"]);
});

it("writes the same for whoever's request it is", () => {
  askNumberStyle(() => ({ group: ".", point: ",", isIndian: false }));
  expect([writtenUsd(125_000n), writtenCredits(parseCredits("5001.5"))]).toEqual(["$1,250.00", "5,001.5"]);
});
