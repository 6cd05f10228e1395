import { afterEach, expect, it } from "vitest";
import { displayDescription } from "./description";
import { askNumberStyle } from "./number-style";

afterEach(() => askNumberStyle(() => undefined));

const SESSION = "cs_test_a1xHBvIgKqpeWYB19hVjvMQEwIDJVNKKlWMuWgDIqTcZMRSC7BWd2C1BEE";

it.each([
  [`Top-up of 5001 ECU (Stripe session ${SESSION})`, "Top-up of 5,001 ECU (Stripe session cs_test_…1BEE)"],
  [`Top-up of 5,001 ECU (Stripe session ${SESSION})`, "Top-up of 5,001 ECU (Stripe session cs_test_…1BEE)"],
  [
    "Refund of 1,250.00 USD of charge ch_3QabcdefghijklmnopqrstuV (Stripe refund re_3QabcdefghijklmnopqrstuV)",
    "Refund of $1,250.00 of charge ch_3Qabc…stuV (Stripe refund re_3Qabc…stuV)",
  ],
  ["Auto-recharge of 100 ECU", "Auto-recharge of 100 ECU"],
  ["Storage of corpus: 20 GB-days on 2026-11-21", "Storage of corpus: 20 GB-days on 21 Nov 2026"],
  ["Calls of 2026-11-01 to 2026-11-22 priced anew", "Calls of 1 Nov 2026 to 22 Nov 2026 priced anew"],
  ["Bonus of 12345.678901234 ECU, worth $1234.56", "Bonus of 12,345.678901234 ECU, worth $1,234.56"],
])("shows %j as %j", (written, shown) => {
  expect(displayDescription(written)).toBe(shown);
});

it.each([
  "GPU Instance #132: hold $0.80 × 1 GPU × 1h",
  "gpt-4o · 1,204 in · 310 out",
  "Credit added by the operator: 1 ECU, invoice AC-1042",
  "Order 2026-02-30, file 2026-11-21-a, at 2026-11-21T14:03",
  "Case cs_12, order 20261122, job pi_r2",
  "Correction 019aa1b2-0000-7000-8000-000000006d7e: hold $0.0105 of model-2024 ECU",
])("leaves %j as it is", (written) => {
  expect(displayDescription(written)).toBe(written);
});

it("writes amounts as their reader does", () => {
  askNumberStyle(() => ({ group: ".", point: ",", isIndian: false }));
  expect(displayDescription("Top-up of 5,001.5 ECU for $1,250.00")).toBe(
    "Top-up of 5.001,5 ECU for $1.250,00",
  );
});
