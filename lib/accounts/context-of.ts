import { type Context, type Permission, PERMISSIONS, PERMISSIONS_OF_ROLE } from "@/lib/values/context";
import type { KnownKey } from "./find-key";
import type { Person } from "./find-session";

/** What an operator may do in an account that they view: read it. */
export const PERMISSIONS_OF_VIEW: readonly Permission[] = PERMISSIONS.filter((one) => one.endsWith(":read"));

/** A person acting on one of their accounts, with what their role allows; null for an account that is not theirs. */
export function contextOfMember(person: Person, accountId: string, requestId: string): Context | null {
  if (person.viewing) return contextOfView(person, accountId, requestId);
  const membership = person.memberships.find((one) => one.accountId === accountId);
  if (!membership) return null;
  const { userId, email, name, sessionId } = person;
  return {
    accountId,
    actor: { kind: "member", userId, email, name, role: membership.role, sessionId },
    permissions: new Set(PERMISSIONS_OF_ROLE[membership.role]),
    requestId,
  };
}

function contextOfView(
  { viewing, userId, email, sessionId }: Person,
  accountId: string,
  requestId: string,
): Context | null {
  if (viewing?.accountId !== accountId) return null;
  return {
    accountId,
    actor: { kind: "operator", userId, email, sessionId },
    permissions: new Set(PERMISSIONS_OF_VIEW),
    requestId,
  };
}

/** A key acting on an account, with its scopes and nothing more. */
export function contextOfKey(key: KnownKey, accountId: string, requestId: string): Context {
  return {
    accountId,
    actor: { kind: "key", keyId: key.id, name: key.name, platform: key.accountId === null },
    // A scope that a later version dropped gives nothing.
    permissions: new Set(PERMISSIONS.filter((permission) => key.scopes.includes(permission))),
    requestId,
  };
}
