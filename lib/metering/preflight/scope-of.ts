import type { WorkScope } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import type { OperationInput } from "./schema";

/** For whom work runs, as a request says it. */
export interface Who {
  member?: string | undefined;
  team?: string | undefined;
  project?: string | undefined;
  mandate?: string | undefined;
}

type What = Pick<OperationInput, "feature" | "operation" | "model">;

/** What one operation is for. */
export function scopeOfOperation(ctx: Context, { feature, operation, model }: What, who: Who): WorkScope {
  return {
    feature,
    operation: operation ?? "",
    model: model ?? "",
    member: who.member ?? "",
    team: who.team ?? "",
    project: who.project ?? "",
    mandate: who.mandate ?? "",
    keyId: ctx.actor.kind === "key" ? ctx.actor.keyId : "",
  };
}

/** What several operations are for: what they have in common. */
export function scopeOfAll(ctx: Context, operations: readonly What[], who: Who): WorkScope {
  const common = (value: (what: What) => string | undefined) => {
    const values = new Set(operations.map(value));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const feature = common((what) => what.feature) ?? "";
  return scopeOfOperation(
    ctx,
    { feature, operation: common((what) => what.operation), model: common((what) => what.model) },
    who,
  );
}
