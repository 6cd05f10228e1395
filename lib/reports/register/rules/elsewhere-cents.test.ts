import { expect, it } from "vitest";
import { parseCredits } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { elsewhereCents } from "./elsewhere-cents";

it("has each row at the price of credit, and comes to all of them to the cent", () => {
  const rows = ["1000", "0.333", "0.333", "0.333", "-100"].map((credits) => ({
    amount: parseCredits(credits),
  }));
  const cents = elsewhereCents(rows, parseUsd("0.1"));
  // 900.999 ECU are $90.0999.
  expect(cents.reduce((sum, each) => sum + each, 0n)).toBe(9_010n);
  expect([cents[0], cents.at(-1)]).toEqual([10_000n, -1_000n]);
});
