const HOUR_MS = 3_600_000;

/** How long the next try waits after one, two and three declines in a row. After the next one it is switched off. */
const WAITS_MS = [HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS] as const;

// Card networks forbid to try these again: https://docs.stripe.com/declines/codes
const FINAL = new Set([
  "do_not_try_again",
  "expired_card",
  "fraudulent",
  "invalid_account",
  "lost_card",
  "merchant_blacklist",
  "new_account_information_available",
  "pickup_card",
  "restricted_card",
  "revocation_of_all_authorizations",
  "revocation_of_authorization",
  "stolen_card",
  "stop_payment_order",
  "transaction_not_allowed",
]);

/** What follows on a decline: the next try is at `pausedUntil`, or there is none until a person has looked at it. */
export interface AfterDecline {
  failures: number;
  isOn: boolean;
  pausedUntil: Date | null;
}

/** @param failures declines in a row before this one */
export function afterDecline(failures: number, declineCode: string, now: Date): AfterDecline {
  const wait = WAITS_MS[failures];
  const isOver = wait === undefined || FINAL.has(declineCode);
  return {
    failures: failures + 1,
    isOn: !isOver,
    pausedUntil: isOver ? null : new Date(now.getTime() + wait),
  };
}
