import { AsyncLocalStorage } from "node:async_hooks";
import type { Refusal } from "@/lib/values/refusal";

/** What the sign-in library cannot carry through its callbacks: where a sign-in comes from, and why it was refused. */
export interface SignInAttempt {
  requestId: string;
  address: string;
  userAgent: string;
  failed?: boolean;
  refusal?: Refusal;
}

const attempts = new AsyncLocalStorage<SignInAttempt>();

/** Runs the library for one request. */
export function duringAttempt<T>(attempt: SignInAttempt, run: () => Promise<T>): Promise<T> {
  return attempts.run(attempt, run);
}

export function currentAttempt(): SignInAttempt {
  const attempt = attempts.getStore();
  if (!attempt) throw new Error("sign-in outside of its route");
  return attempt;
}
