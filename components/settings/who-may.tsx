import { ROLE_NAMES } from "@/components/alerts/alert";
import { type Permission, PERMISSIONS_OF_ROLE, ROLES } from "@/lib/values/context";
import { listInWords } from "@/lib/values/display/list";

/** Who has a right, by their roles: "Owners, admins and billing members". */
export function whoMay(needs: Permission): string {
  const names = ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].includes(needs)).map((role, index) =>
    index === 0 ? ROLE_NAMES[role] : ROLE_NAMES[role].toLowerCase(),
  );
  return listInWords(names, "Nobody");
}

/** Above what somebody may read and not change: who can. Nothing for who can. */
export function WhoMayChange({
  what,
  needs,
  permissions,
}: {
  /** "alerts". */
  what: string;
  needs: Permission;
  permissions: ReadonlySet<Permission>;
}) {
  if (permissions.has(needs)) return null;
  return (
    <p className="text-sm text-ink-muted">
      Your role reads {what}. {whoMay(needs)} of this account can change them.
    </p>
  );
}
