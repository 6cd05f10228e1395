import { DEED_KINDS, type DeedKind } from "@/lib/accounts/rules/deed-kinds";
import type { DayRange } from "@/lib/values/display/date-presets";

/** The names by which the URL of the audit log says what is looked for. */
export const AUDIT_FILTERS = ["actor", "kind", "range", "from", "to"] as const;

export const KIND_NAMES: Readonly<Record<DeedKind, string>> = {
  account: "Account",
  members: "Members",
  teams: "Teams and projects",
  keys: "Keys",
  webhooks: "Webhooks",
  payments: "Purchases and payment",
  credit: "Credit and contracts",
  budgets: "Budgets",
  alerts: "Alerts",
  approvals: "Approvals and mandates",
};

/** What is looked for, in the API's words: the view and its file are one query. */
export interface AuditAsked {
  actor?: string;
  kind?: DeedKind;
  from?: string;
  to?: string;
}

/** What the URL asks for. What cannot be read counts as not said: a view never fails for a mistyped link. */
export function auditAsked(
  { actor, kind }: Readonly<Record<string, string | undefined>>,
  days: Partial<DayRange> | null,
): AuditAsked {
  const known = DEED_KINDS.find((each) => each === kind);
  return {
    ...(actor && actor.length <= 100 && { actor }),
    ...(known && { kind: known }),
    ...(days?.from && { from: days.from }),
    ...(days?.to && { to: days.to }),
  };
}
