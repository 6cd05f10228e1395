import type { Membership } from "@/lib/accounts/find-session";
import type { Permission } from "@/lib/values/context";

/** Whose palette it is, and on which account. */
export interface PaletteProps {
  current: Membership;
  memberships: readonly Membership[];
  permissions: readonly Permission[];
  isOperator: boolean;
}
