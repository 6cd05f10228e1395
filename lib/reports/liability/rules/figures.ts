import { add, type Nano, negate } from "@/lib/values/money";
import type { CreditMonth } from "./months";

/** What finance asks of a month, of credit that was paid for. */
export interface Figures {
  /** Added to paid credit, or paid for what was owed; elsewhere too, less what went back there. */
  sold: Nano;
  /** Revenue by use: of paid credit, and on negative credit, less what was given back. */
  earned: Nano;
  /** Paid credit that expired: revenue by breakage. */
  breakage: Nano;
  /** Withdrawn by refunds and disputes at Stripe. */
  wentBack: Nano;
  corrected: Nano;
}

/**
 * opening + sold − earned − breakage − wentBack + corrected = closing, of paid credit and negative credit together; promotional credit that met a debt
 * is beside it.
 */
export function figuresOf({ pools: { paid, owed } }: CreditMonth): Figures {
  const both = (movement: keyof typeof paid.moved) => add(paid.moved[movement], owed.moved[movement]);
  return {
    sold: add(both("sold"), both("elsewhere")),
    earned: negate(add(both("used"), both("returned"))),
    breakage: negate(both("expired")),
    wentBack: negate(add(both("refunded"), both("disputed"))),
    corrected: both("corrected"),
  };
}
