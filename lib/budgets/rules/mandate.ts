import type { WorkScope } from "@/lib/ledger/types";
import type { Closed } from "./limit";

/** A mandate as far as it says what may be done under it. */
export interface MandateTerms {
  status: "pending" | "approved" | "declined" | "revoked";
  validUntil: Date | null;
  /** Empty for any. */
  models: readonly string[];
  features: readonly string[];
  /** Whose work it is for; '' for anybody's. */
  member: string;
  team: string;
  project: string;
}

/** Why work may not run under a mandate now, whatever it costs; null when it may. */
export function closedTo(mandate: MandateTerms, work: WorkScope, now: Date): Closed | null {
  return endOf(mandate, now) ?? exclusionOf(mandate, work);
}

function endOf({ status, validUntil }: MandateTerms, now: Date): Closed | null {
  const ended = (detail: string): Closed => ({
    code: "mandate_ended",
    detail: `${detail} Ask for another one.`,
  });
  if (status === "pending") {
    return {
      code: "mandate_pending",
      detail: "Nobody has approved this mandate yet. Send a person to its url.",
    };
  }
  if (status === "declined") return ended("This mandate was declined.");
  if (status === "revoked") return ended("This mandate was revoked.");
  if (validUntil !== null && now >= validUntil)
    return ended(`This mandate ended at ${validUntil.toISOString()}.`);
  return null;
}

function exclusionOf(mandate: MandateTerms, work: WorkScope): Closed | null {
  const lists = [
    ["model", mandate.models, work.model],
    ["feature", mandate.features, work.feature],
    // As budgets do: an e-mail address is the same whatever its case.
    ["member", only(mandate.member.toLowerCase()), work.member.toLowerCase()],
    ["team", only(mandate.team), work.team],
    ["project", only(mandate.project), work.project],
  ] as const;
  const outside = lists.find(([, allowed, value]) => allowed.length > 0 && !allowed.includes(value));
  if (!outside) return null;
  const [field, allowed, value] = outside;
  const said = value === "" ? `Work that says no ${field}` : `The ${field} ${value}`;
  return {
    code: "mandate_excludes",
    detail: `${said} is outside this mandate, which is for ${allowed.join(", ")} only. Say one of these, or ask for another mandate.`,
  };
}

function only(value: string): readonly string[] {
  return value === "" ? [] : [value];
}
