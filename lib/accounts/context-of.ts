import { type Context, PERMISSIONS, PERMISSIONS_OF_ROLE } from "@/lib/values/context";
import type { KnownKey } from "./find-key";
import type { Person } from "./find-session";

/** A person acting on one of their accounts, with what their role allows; null for an account that is not theirs. */
export function contextOfMember(person: Person, accountId: string, requestId: string): Context | null {
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
