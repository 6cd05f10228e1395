import { type Actor, type Context, PERMISSIONS } from "@/lib/values/context";
import { notFound } from "@/lib/values/refusal";
import type { Person } from "./find-session";

/** Someone who runs this installation: sees and mends all accounts, and belongs to none by that. */
export interface Operator {
  readonly actor: Extract<Actor, { kind: "operator" }>;
  readonly requestId: string;
}

/** The person as an operator. @throws Refusal `not_found` for everybody else: nobody learns what operators have. */
export function operatorOf(person: Person, requestId: string): Operator {
  if (!person.isOperator) throw notFound("page");
  const { userId, email, sessionId } = person;
  return { actor: { kind: "operator", userId, email, sessionId }, requestId };
}

/** An operator acting on one account: its audit log names them. */
export function contextOfOperator({ actor, requestId }: Operator, accountId: string): Context {
  return { accountId, actor, permissions: new Set(PERMISSIONS), requestId };
}
