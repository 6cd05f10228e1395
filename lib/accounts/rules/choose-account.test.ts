import { expect, it } from "vitest";
import { chooseAccount } from "./choose-account";

const person = {
  memberships: ["a", "b"].map((accountId) => ({
    accountId,
    accountName: accountId,
    role: "member" as const,
  })),
};

it("never replaces a named account that is not theirs by another", () => {
  expect(chooseAccount(person, "c", "a")).toBeNull();
});

it("takes the named account before the one looked at last", () => {
  expect(chooseAccount(person, "b", "a")).toBe("b");
});

it("takes the account looked at last, unless they left it", () => {
  expect(chooseAccount(person, null, "b")).toBe("b");
  expect(chooseAccount(person, null, "left")).toBe("a");
});

it("finds none for someone who belongs to none", () => {
  expect(chooseAccount({ memberships: [] }, null, "a")).toBeNull();
});
