import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textOf } from "@/lib/testing/text-of";
import { type Permission, PERMISSIONS_OF_ROLE, type Role } from "@/lib/values/context";
import { WhoMayChange, whoMay } from "./who-may";

it("names the roles that may, as people call them", () => {
  expect(whoMay("alerts:write")).toBe("Owners, admins and billing members");
  expect(whoMay("members:write")).toBe("Owners and admins");
});

it("says to who may only look who can change it, and nothing to who can", () => {
  const said = (role: Role, needs: Permission) =>
    textOf(
      renderToStaticMarkup(
        <WhoMayChange what="alerts" needs={needs} permissions={new Set(PERMISSIONS_OF_ROLE[role])} />,
      ),
    );
  expect(said("member", "alerts:write")).toBe(
    "Your role reads alerts. Owners, admins and billing members of this account can change them.",
  );
  expect(said("billing", "alerts:write")).toBe("");
  expect(said("billing", "members:write")).toContain("Owners and admins of this account");
});
