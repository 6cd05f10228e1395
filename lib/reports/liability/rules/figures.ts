import type { Flows } from "./months";
import type { Movement } from "./pools";

/** What finance asks of a month, of credit that was paid for. */
export interface Figures<Amount> {
  /** Added to paid credit, or paid for what was owed; elsewhere too, less what went back there. */
  sold: Amount;
  /** Revenue by use: of paid credit, and on negative credit, less what was given back and what was charged for time to come. */
  earned: Amount;
  /** Paid credit that expired: revenue by breakage. */
  breakage: Amount;
  /** Withdrawn by refunds and disputes at Stripe. */
  wentBack: Amount;
  corrected: Amount;
  /** Still to be earned at the end: paid credit that is not used, and what was charged for time to come. */
  deferred: Amount;
}

/**
 * opening + sold − earned − breakage − wentBack + corrected = closing, of deferred and negative credit together; promotional credit that met a debt
 * is beside it.
 */
export function figuresOf<Amount extends bigint>(flows: Flows<Amount>): Figures<Amount> {
  const { paid, owed } = flows.pools;
  const ahead: Record<"opening" | "closing", bigint> = flows.ahead;
  const both = (movement: Movement): bigint => paid.moved[movement] + owed.moved[movement];
  const used = -(both("used") + both("returned"));
  const figures = {
    sold: both("sold") + both("elsewhere"),
    earned: used - (ahead.closing - ahead.opening),
    breakage: -both("expired"),
    wentBack: -(both("refunded") + both("disputed")),
    corrected: both("corrected"),
    deferred: paid.closing + ahead.closing,
  };
  return figures as Figures<Amount>;
}
