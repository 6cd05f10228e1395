import { expect, it } from "vitest";
import { CreateKey } from "@/lib/accounts/schema";
import { creditsOption, expectDays, optionOf } from "./options";

it("an amount says by its option what is wrong with it", () => {
  expect(creditsOption("--credit", "12.5")).toBe(12_500_000_000n);
  for (const [text, fault] of [
    ["abc", "write a number with digits and a point, such as 12.5"],
    ["99999999999", "write at most 10 digits before the point"],
    ["0.0000000001", "write at most 9 digits after the point"],
    ["-5", "cannot be negative"],
  ] as const)
    expect(() => creditsOption("--credit", text)).toThrow(`--credit ${text}: ${fault}`);
});

it("an option is read as the application reads it", () => {
  const { name } = CreateKey.shape;
  expect(optionOf("--name", name, " build ")).toBe("build");
  expect(() => optionOf("--name", name, "")).toThrow("--name is required");
  expect(() => optionOf("--name", name, "x".repeat(101))).toThrow("--name has more than 100 characters");
});

it("days are days, and end after they begin", () => {
  expect(() => expectDays({ from: "2026-11-01", to: "2026-11-01" })).not.toThrow();
  expect(() => expectDays({ from: "2026-13-01" })).toThrow("--from 2026-13-01 is not a day");
  expect(() => expectDays({ from: "2026-11-02", to: "2026-11-01" })).toThrow("is after --to");
});
