import fc from "fast-check";
import { expect, it } from "vitest";
import { PERMISSIONS_OF_ROLE, ROLES } from "@/lib/values/context";
import { grantableScopes, leavesAnOwner, mayManage } from "./roles";

const role = fc.constantFrom(...ROLES);
const members = fc.uniqueArray(fc.record({ userId: fc.uuid(), role }), {
  selector: ({ userId }) => userId,
  minLength: 1,
  maxLength: 6,
});

it("lets only owners make or touch owners", () => {
  fc.assert(
    fc.property(role, fc.array(role, { minLength: 1 }), (rank, roles) => {
      if (mayManage(rank, roles))
        expect(rank === "owner" || (rank === "admin" && !roles.includes("owner"))).toBe(true);
    }),
  );
});

it("never lets billing and plain members manage anyone", () => {
  expect(ROLES.map((one) => [mayManage("billing", [one]), mayManage("member", [one])]).flat()).not.toContain(
    true,
  );
});

it("allows a change of role only if an owner is left after it", () => {
  fc.assert(
    fc.property(members, fc.nat(5), fc.option(role), (people, at, next) => {
      const userId = people[at % people.length]!.userId;
      const after = people.map((one) => (one.userId === userId ? next : one.role));
      expect(leavesAnOwner(people, userId, next)).toBe(after.includes("owner"));
    }),
  );
});

it("lets nobody give a key the right to post to the ledger", () => {
  expect(ROLES.flatMap(grantableScopes)).not.toContain("ledger:write");
});

it("gives keys what their creator may, and metering, but nothing that a person decides", () => {
  for (const one of ROLES) {
    const own = PERMISSIONS_OF_ROLE[one].filter((permission) => permission !== "approvals:write");
    const scopes = grantableScopes(one);
    expect(scopes).toEqual(expect.arrayContaining([...own, "usage:write", "authorizations:write"]));
    expect(scopes).not.toContain("approvals:write");
  }
});
