import { readAcrossAccounts } from "@/lib/db/transaction";
import type { EventType } from "./rules/event-types";

/** For so long a process goes by what it knows of who listens; other processes hear of a new endpoint after it. */
const KNOWN_MS = 5_000;

type Listeners = ReadonlyMap<string, readonly (readonly string[])[]>;

let known: { until: number; listeners: Promise<Listeners> } | null = null;

/**
 * Whether an account wants to hear of a type of event, for what happens so often that even asking the database would cost too much:
 * accounts that listen to nothing leave no task in their postings. What it says may be five seconds old.
 */
export async function isListening(accountId: string, type: EventType): Promise<boolean> {
  const now = Date.now();
  if (!known || known.until <= now) {
    const listeners = read();
    known = { until: now + KNOWN_MS, listeners };
    listeners.catch(lookAgain);
  }
  const all = (await known.listeners).get(accountId) ?? [];
  return all.some((types) => types.length === 0 || types.includes(type));
}

/** Forgets who listens: this process has just changed it. */
export function lookAgain(): void {
  known = null;
}

async function read(): Promise<Listeners> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ account_id: string; types: string[] }>(
      "SELECT account_id, types FROM webhook_endpoints WHERE is_enabled",
    ),
  );
  const listeners = new Map<string, string[][]>();
  for (const { account_id: accountId, types } of rows)
    listeners.set(accountId, [...(listeners.get(accountId) ?? []), types]);
  return listeners;
}
