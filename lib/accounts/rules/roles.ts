import { type Actor, type Permission, PERMISSIONS_OF_ROLE, type Role } from "@/lib/values/context";

/** Which rank an actor has where people are ranked: keys act as admins, and the product itself as an owner. */
export function rankOf(actor: Actor): Role {
  if (actor.kind === "member") return actor.role;
  return actor.kind === "system" ? "owner" : "admin";
}

/** Only owners make owners, or touch one. Admins manage everybody else. */
export function mayManage(rank: Role, roles: readonly Role[]): boolean {
  return rank === "owner" || (rank === "admin" && !roles.includes("owner"));
}

const FOR_KEYS: readonly Permission[] = ["usage:write", "authorizations:write", "resources:write"];
/** What a person decides, no program in their name. */
const FOR_PEOPLE = new Set<Permission>(["approvals:write"]);

/** What a key may be allowed: no more than who creates it, and the metering that only keys do. */
export function grantableScopes(role: Role): Permission[] {
  return [...PERMISSIONS_OF_ROLE[role].filter((permission) => !FOR_PEOPLE.has(permission)), ...FOR_KEYS];
}

/** Those of the members who would be owners afterwards. An account is never without one. */
export function leavesAnOwner(
  members: readonly { userId: string; role: Role }[],
  userId: string,
  next: Role | null,
): boolean {
  return members.some((member) => (member.userId === userId ? next === "owner" : member.role === "owner"));
}
