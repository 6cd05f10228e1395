import type { WorkScope } from "../types";

/** Work of which nothing is said. */
export const NO_SCOPE: WorkScope = {
  feature: "",
  operation: "",
  model: "",
  member: "",
  team: "",
  project: "",
  keyId: "",
  mandate: "",
};

/** The scope of something that says more than its scope. */
export function scopeOf(work: WorkScope): WorkScope {
  const { feature, operation, model, member, team, project, keyId, mandate } = work;
  return { feature, operation, model, member, team, project, keyId, mandate };
}
