import { expect, it } from "vitest";
import { picoUsd } from "@/lib/values/usd";
import { sinceTheFirst } from "./since-the-first";

const row = (revenue: bigint, calls = 1) => ({ revenue: picoUsd(revenue), cost: picoUsd(0n), calls });

it("begins where something was metered, and has the last period where nothing was", () => {
  const none = row(0n, 0);
  expect(sinceTheFirst([none, none, row(1n), none])).toEqual([row(1n), none]);
  expect(sinceTheFirst([none, none])).toEqual([none]);
});
