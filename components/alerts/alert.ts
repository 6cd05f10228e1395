import type { AlertView } from "@/lib/alerts/list-alerts";
import { displayAmount } from "@/lib/values/display/amount";
import { listInWords } from "@/lib/values/display/list";
import type { Role } from "@/lib/values/context";
import { shortUnitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: "Owners",
  admin: "Admins",
  billing: "Billing members",
  member: "Members",
};

/** An alert's threshold: "80 % used". */
export function atInWords({ kind, value }: Pick<AlertView, "kind" | "value">, unit: Unit): string {
  if (kind === "used_percent") return `${value} % used`;
  if (kind === "remaining_percent") return `${value} % left`;
  return `${amountOf(value, unit)} left`;
}

/** "37.5 ECU", "2,000 runs". */
export function amountOf(amount: string, unit: Unit): string {
  return `${displayAmount(amount, { decimals: unit === "credit" ? 4 : 0 })} ${shortUnitName(unit)}`;
}

/** Who gets the mail: "owners, admins and finance@example.com". */
export function receiversInWords({ roles, emails }: Pick<AlertView, "roles" | "emails">): string {
  return listInWords([...roles.map((role) => ROLE_NAMES[role].toLowerCase()), ...emails], "nobody");
}
