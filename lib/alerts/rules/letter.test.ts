import { expect, it } from "vitest";
import { parseCredits } from "@/lib/values/money";
import { alertLetter, type RechargeState } from "./letter";

const letterAt = (balance: string, recharge: RechargeState = "off") =>
  alertLetter({
    ...{ accountId: "id", accountName: "Acme", unit: "credit", mark: { kind: "used_percent", value: 95n } },
    ...{ balance: parseCredits(balance), allocation: parseCredits("75"), recharge },
  });

it("says what is left where something is", () => {
  expect(letterAt("3.75")).toMatchObject({
    subject: "95 % of your credits are used (Acme)",
    paragraphs: [
      "Acme has 3.75 ECU of 75 ECU left.",
      expect.stringMatching(/^At zero, holds/),
      expect.any(String),
    ],
  });
});

it.each([
  ["0", "Of 75 ECU, Acme has nothing left."],
  ["-12.5", "Of 75 ECU, Acme has nothing left, and owes 12.5 ECU."],
])(
  "at %s ECU says that nothing is left, and what is refused now, whatever threshold was crossed on the way",
  (balance, first) => {
    const { subject, paragraphs } = letterAt(balance);
    expect(subject).toBe("No credits are left (Acme)");
    expect(paragraphs.slice(0, 2)).toEqual([first, expect.stringMatching(/^Holds and calls/)]);
  },
);

it("asks to switch auto-recharge on where it is off, and nobody else", () => {
  const asks = (state: RechargeState) =>
    letterAt("3.75", state).paragraphs.join(" ").includes("switch auto-recharge on");
  expect([asks("off"), asks("on"), asks("waits")]).toEqual([true, false, false]);
});
