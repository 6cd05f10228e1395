import { describe, expect, it } from "vitest";
import { NO_SCOPE } from "@/lib/ledger/rules/scope";
import { closedTo, type MandateTerms } from "./mandate";

const ends = new Date("2026-11-21T13:00:00.000Z");
const terms: MandateTerms = {
  status: "approved",
  validUntil: ends,
  models: ["gpt-4o", "gpt-4o-mini"],
  features: ["model_inference"],
  member: "",
  team: "growth",
  project: "",
};
const work = { ...NO_SCOPE, model: "gpt-4o", feature: "model_inference", team: "growth" };
const before = new Date(ends.getTime() - 1);
const codeOf = (changes: Partial<MandateTerms>, scope = work, now = before) =>
  closedTo({ ...terms, ...changes }, scope, now)?.code ?? null;

describe("a mandate", () => {
  it("is open to what it names, until the very moment it ends", () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({}, work, ends)).toBe("mandate_ended");
  });

  it("is closed until somebody approved it, and once it is declined or revoked", () => {
    expect(codeOf({ status: "pending", validUntil: null })).toBe("mandate_pending");
    expect(codeOf({ status: "declined", validUntil: null })).toBe("mandate_ended");
    expect(codeOf({ status: "revoked" })).toBe("mandate_ended");
  });

  it("is closed to other models, features and teams, and to work that does not say them", () => {
    for (const changes of [
      { model: "o3" },
      { model: "" },
      { feature: "judge_run" },
      { team: "sales" },
      { team: "" },
    ])
      expect(codeOf({}, { ...work, ...changes })).toBe("mandate_excludes");
    expect(closedTo(terms, { ...work, model: "o3" }, before)?.detail).toContain(
      "The model o3 is outside this mandate, which is for gpt-4o, gpt-4o-mini only",
    );
  });

  it("of a member is open to them however their e-mail is written", () => {
    const member = "Ada@Example.com";
    expect(codeOf({ member }, { ...work, member: "ada@example.COM" })).toBeNull();
    expect(codeOf({ member }, { ...work, member: "bob@example.com" })).toBe("mandate_excludes");
  });

  it("without lists is good for anything", () => {
    expect(codeOf({ models: [], features: [], team: "" }, NO_SCOPE)).toBeNull();
  });
});
