import { expect, it } from "vitest";
import { picoUsd } from "@/lib/values/usd";
import { inCents, sinceTheFirst } from "./in-cents";

const row = (revenue: bigint, cost: bigint, calls = 1) => ({
  revenue: picoUsd(revenue),
  cost: picoUsd(cost),
  calls,
});

it("shows cents that add up to the total in cents", () => {
  const cent = 10_000_000_000n;
  const shown = inCents([row(cent / 3n, cent), row(cent / 3n, 0n), row(cent / 3n, cent * 2n)]);
  expect(shown.map(({ revenue, cost }) => [revenue, cost])).toEqual([
    [cent, cent],
    [0n, 0n],
    [0n, cent * 2n],
  ]);
});

it("begins where something was metered, and has the last period where nothing was", () => {
  const none = row(0n, 0n, 0);
  expect(sinceTheFirst([none, none, row(1n, 0n), none])).toEqual([row(1n, 0n), none]);
  expect(sinceTheFirst([none, none])).toEqual([none]);
});
