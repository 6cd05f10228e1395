import type { Unit } from "@/lib/values/ids";

/** What an amount of a wallet counts: "ECU", "tool runs"; given the amount, "1 tool run". */
export function unitName(unit: Unit, amount?: string): string {
  if (unit === "credit") return "ECU";
  return amount === "1" ? "tool run" : "tool runs";
}

/** The same where it is plain that runs are those of tools: "ECU", "runs". */
export function shortUnitName(unit: Unit): string {
  return unit === "credit" ? "ECU" : "runs";
}
