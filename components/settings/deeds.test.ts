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
    "scope value: 019aa1b2…6d7e · postal code: 10115 · types: hold.ended, budget.reached · lines: 0",
  );
});
