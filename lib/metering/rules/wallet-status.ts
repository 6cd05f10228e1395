import { percentOf } from "@/lib/values/display/percent";
import type { Nano } from "@/lib/values/money";

/** The colour of the widget: over 75 % left, 25 to 75 %, under 25 %, nothing left (services paused). */
export type WalletStatus = "healthy" | "moderate" | "low" | "exhausted";

export interface Share {
  /** 0 to 100, as `percentOf` rounds it: "100" means that nothing is left. */
  usedPercent: number;
  status: WalletStatus;
}

/** How much of an allocation is used. `allocation` is the balance right after credit was last added. */
export function shareUsed(balance: Nano, allocation: Nano): Share {
  if (balance <= 0n) return { usedPercent: 100, status: "exhausted" };
  const left = allocation > 0n && balance < allocation ? balance : allocation > 0n ? allocation : balance;
  const whole = allocation > 0n ? allocation : balance;
  const status = left * 4n > whole * 3n ? "healthy" : left * 4n >= whole ? "moderate" : "low";
  return { usedPercent: percentOf(whole - left, whole), status };
}
