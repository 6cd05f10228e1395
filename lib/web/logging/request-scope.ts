import { AsyncLocalStorage } from "node:async_hooks";

/** What every line of the log says that is written while something is worked on. */
export interface Scope {
  requestId?: string;
  accountId?: string;
  /** A job of the worker, and its task. */
  jobId?: string;
  task?: string;
}

// Next bundles this file more than once into one process; what is worked on is known to all copies.
const kept = globalThis as typeof globalThis & { ecuScope?: AsyncLocalStorage<Scope> };
const storage = (kept.ecuScope ??= new AsyncLocalStorage<Scope>());

/** Runs with a scope: whatever is logged within carries it. */
export function withScope<T>(scope: Scope, run: () => T): T {
  return storage.run({ ...scope }, run);
}

/** Says whose request it is, as soon as that is known. */
export function noteAccount(accountId: string): void {
  const scope = storage.getStore();
  if (scope) scope.accountId = accountId;
}

/** What is worked on here; empty outside of any. */
export function currentScope(): Scope {
  return storage.getStore() ?? {};
}
