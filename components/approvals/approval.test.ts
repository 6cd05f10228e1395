import { expect, it } from "vitest";
import { amountInWords, nameInWords, spanInWords } from "./approval";

it("says how long something lasts in its two largest units", () => {
  expect([3_600, 5_400, 190_000, 59, 0, 86_400].map(spanInWords)).toEqual([
    "1 hour",
    "1 hour 30 minutes",
    "2 days 4 hours",
    "59 seconds",
    "0 seconds",
    "1 day",
  ]);
});

it("says amounts and names as people do", () => {
  expect([
    amountInWords("12.5", "credit"),
    amountInWords("1", "tool_run"),
    amountInWords("20", "tool_run"),
  ]).toEqual(["12.5 ECU", "1 tool run", "20 tool runs"]);
  expect(nameInWords("Mira Kovač <mira@acme.example>")).toBe("Mira Kovač");
});
