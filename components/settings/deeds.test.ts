import { expect, it } from "vitest";
import { detailsInWords } from "./deeds";

it("says the details of a deed with readable names, short ids, and without what is empty", () => {
  const details = {
    scopeValue: "019aa1b2-1111-7222-8333-123456786d7e",
    postal_code: "10115",
    types: ["hold.ended", "budget.reached"],
    projects: [],
    note: "",
    until: null,
    lines: 0,
  };
  expect(detailsInWords(details)).toBe(
    "of: 019aa1b2…6d7e · postal code: 10115 · types: hold.ended, budget.reached · lines: 0",
  );
});

it.each<[object, string]>([
  [{ unit: "credit", amount: "-80.5", reason: "twice" }, "amount: −80.5 ECU · reason: twice"],
  [{ unit: "tool_run", amount: "1" }, "amount: 1 tool run"],
  [{ type: "admin_correction", unit: "credit", amount: "25" }, "type: admin correction · amount: 25 ECU"],
  [{ limitUsd: "12.5", monthly_cap_usd: "100" }, "limit: $12.50 · monthly cap: $100.00"],
  [{ threshold: "1000", save_card: false }, "threshold: 1,000 ECU · save card: no"],
  [
    { limit: "5", limitBefore: "4", mode: "hard_stop" },
    "limit: 5 ECU · limit before: 4 ECU · mode: hard stop",
  ],
  [
    { changed: ["name", "postalCode"], template: "budget-alert" },
    "changed: name, postal code · template: budget alert",
  ],
  [{ to: "2026-11-22", note: "x", from: "2026-11-01" }, "from: 1 Nov 2026 · to: 22 Nov 2026 · note: x"],
  [{ to: "member", from: "admin" }, "from: admin · to: member"],
  [{ role: "member", keysRevoked: true }, "role: member · their keys revoked: yes"],
  [{ name: "my_team", count: 3 }, "name: my_team · count: 3"],
  [{ transaction: "txn_019aa1b2111172228333123456786d7ec12" }, "transaction: txn_019a…ec12"],
])("says %o as %s", (details, words) => {
  expect(detailsInWords(details)).toBe(words);
});
