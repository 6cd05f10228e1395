import type { Person } from "../find-session";

/**
 * The account that a person looks at: the one named, if it is theirs (another one is never silently replaced); else the
 * one they looked at last; else their first. Null when there is none. An operator who views an account looks at that one alone.
 */
export function chooseAccount(
  person: Pick<Person, "memberships" | "viewing">,
  named: string | null,
  remembered: string | undefined,
): string | null {
  if (person.viewing)
    return named === null || named === person.viewing.accountId ? person.viewing.accountId : null;
  const ids = person.memberships.map(({ accountId }) => accountId);
  if (named !== null) return ids.includes(named) ? named : null;
  return ids.find((id) => id === remembered) ?? ids[0] ?? null;
}
