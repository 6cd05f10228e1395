import type { WorkScope } from "@/lib/ledger/types";
import type { Limit } from "./limit";

/** The field of work by which each kind of limit finds what it covers. An account's covers everything. */
export const FIELD_OF = {
  team: "team",
  project: "project",
  member: "member",
  key: "keyId",
  feature: "feature",
  mandate: "mandate",
} as const satisfies Record<Exclude<Limit["scope"], "account">, keyof WorkScope>;

/** Whether a limit counts work of this scope. E-mail addresses are compared whatever their case. */
export function covers({ scope, names }: Pick<Limit, "scope" | "names">, work: WorkScope): boolean {
  if (scope === "account") return true;
  const value = work[FIELD_OF[scope]];
  return names.includes(scope === "member" ? value.toLowerCase() : value);
}
