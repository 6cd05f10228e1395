import type { Actor, Context } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";

type OperatorContext = Context & { readonly actor: Extract<Actor, { kind: "operator" }> };

/** Contracts are the operator's. @throws Refusal `not_found` for everybody else */
export function requireOperator(ctx: Context): asserts ctx is OperatorContext {
  if (ctx.actor.kind !== "operator") throw notFound("contract");
}
