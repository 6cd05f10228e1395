import { expect, it } from "vitest";
import { kindOfDeed } from "@/lib/accounts/rules/deed-kinds";
import { auditAsked } from "./audit-query";

it("reads who, which kind and which days from the address, and leaves out what it does not know", () => {
  const days = { from: "2026-03-01", to: "2026-03-02" };
  expect(auditAsked({ actor: "system", kind: "keys" }, days)).toEqual({
    actor: "system",
    kind: "keys",
    ...days,
  });
  expect(auditAsked({ kind: "nonsense", actor: "a".repeat(101) }, { to: "2026-03-02" })).toEqual({
    to: "2026-03-02",
  });
  expect(auditAsked({}, null)).toEqual({});
});

it("tells deeds apart by the thing that they are about", () => {
  expect(kindOfDeed("provider_key.saved")).toBe("keys");
  expect(kindOfDeed("alerts.reset")).toBe("alerts");
  expect(kindOfDeed("job.retried")).toBeNull();
});
