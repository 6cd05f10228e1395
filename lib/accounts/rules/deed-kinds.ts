/** What the deeds of an account's audit log can be about. A deed's name begins with a thing, and each thing is of one kind. */
const THINGS = {
  account: ["account"],
  members: ["member", "invitation"],
  teams: ["team", "project"],
  keys: ["key", "provider_key"],
  webhooks: ["webhook"],
  payments: ["purchase", "payment_method", "auto_recharge", "lead"],
  credit: ["transaction", "correction", "grant", "re_rate", "contract"],
  budgets: ["budget"],
  alerts: ["alert", "alerts", "anomalies"],
  approvals: ["approval", "mandate"],
} as const;

export type DeedKind = keyof typeof THINGS;

export const DEED_KINDS = Object.keys(THINGS) as [DeedKind, ...DeedKind[]];

/** The things that a kind has: what its deeds' names begin with, before the dot. */
export function thingsOf(kind: DeedKind): readonly string[] {
  return THINGS[kind];
}

/** Of which kind a deed is; null for one that no account's log has. */
export function kindOfDeed(action: string): DeedKind | null {
  const thing = action.split(".")[0] ?? "";
  return DEED_KINDS.find((kind) => thingsOf(kind).includes(thing)) ?? null;
}
