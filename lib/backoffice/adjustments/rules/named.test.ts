import { expect, it } from "vitest";
import { giftIn } from "./named";

const charge = { id: "txn_1", type: "spend", amount: "-0.0412", description: "gpt-4o-mini", at: "" } as const;

it.each([
  ["5", charge, "4.9588"],
  ["0.0412", charge, null],
  ["0.01", charge, null],
  ["-5", charge, null],
  // What adds credit gives nothing back of a row that added some.
  ["5", { ...charge, amount: "250" }, "5"],
  ["5", null, null],
] as const)("of %s about %o, %s is a gift", (amount, named, gift) => {
  expect(giftIn(amount, named)).toBe(gift);
});
