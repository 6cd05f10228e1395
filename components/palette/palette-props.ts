import type { Membership } from "@/lib/accounts/find-session";
import type { Permission } from "@/lib/values/context";

/** Whose palette it is, and on which account. */
export interface PaletteProps {
  /** The account that the page shows; null on the operator's pages, which show all. */
  current: Membership | null;
  memberships: readonly Membership[];
  /** What they may do in it; null where there is none. */
  permissions: readonly Permission[] | null;
  isOperator: boolean;
}
