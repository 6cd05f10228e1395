import type { Role } from "@/lib/values/context";

/** Roles as people read them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: "Owner",
  admin: "Admin",
  billing: "Billing",
  member: "Member",
};

export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  owner: "everything, and who else is an owner",
  admin: "everything but the owners",
  billing: "balance, usage, payments and the audit log",
  member: "balance, usage and API keys of their own",
};

export function RoleOptions({ roles }: { roles: readonly Role[] }) {
  return roles.map((role) => (
    <option key={role} value={role}>
      {ROLE_NAMES[role]}
    </option>
  ));
}
