import type { Nano } from "@/lib/values/money";

/** Why auto-recharge does not charge now although it is switched on, for people: see `TROUBLES`. */
export const TROUBLES = ["", "declined", "requires_action", "no_card", "cap", "dispute"] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface RechargeRules {
  isOn: boolean;
  threshold: Nano;
  /** Null has no cap. Per UTC month. */
  monthlyCapCents: bigint | null;
  pausedUntil: Date | null;
}

export interface RechargeMoment {
  now: Date;
  balance: Nano;
  /** What one recharge costs. */
  priceCents: bigint;
  /** Charged this UTC month, with what is being charged. */
  spentCents: bigint;
  hasCard: boolean;
  hasOpenAttempt: boolean;
  isDisputed: boolean;
}

/** Whether to charge the card now, and if not, why: `off`, `above`, `busy` and `paused` need nobody's hand. */
export type Decision = "charge" | "off" | "above" | "busy" | "paused" | "no_card" | "cap" | "dispute";

/** Decides over one look at an account. One crossing is one charge: while one is open there is no other. */
export function decide(rules: RechargeRules, moment: RechargeMoment): Decision {
  if (!rules.isOn) return "off";
  if (moment.balance >= rules.threshold) return "above";
  if (moment.hasOpenAttempt) return "busy";
  if (moment.isDisputed) return "dispute";
  if (!moment.hasCard) return "no_card";
  if (rules.pausedUntil !== null && rules.pausedUntil > moment.now) return "paused";
  const { monthlyCapCents: cap } = rules;
  if (cap !== null && moment.spentCents + moment.priceCents > cap) return "cap";
  return "charge";
}
