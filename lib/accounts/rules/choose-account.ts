import type { Person } from "../find-session";

/**
 * The account that a person looks at: the one named, if it is theirs (another one is never silently replaced); else the
 * one they looked at last; else their first. Null when there is none.
 */
export function chooseAccount(
  person: Pick<Person, "memberships">,
  named: string | null,
  remembered: string | undefined,
): string | null {
  const ids = person.memberships.map(({ accountId }) => accountId);
  if (named !== null) return ids.includes(named) ? named : null;
  return ids.find((id) => id === remembered) ?? ids[0] ?? null;
}
