import { type Decline, DECLINES } from "./declines";

/** What a number does, as Stripe publishes it for testing. Every other well-formed card number simply works. */
export interface Behaviour {
  /** Why it is not charged. */
  decline?: Decline;
  /** True where the card can be saved all the same. */
  attaches?: boolean;
  /**
   * Whether a person must confirm a payment: each one; each but those without the person once the card was set up; or
   * only those that the person is there for.
   */
  authentication?: "always" | "until_set_up" | "on_session";
  refund?: "fails_later" | "pending";
  dispute?: { reason: string; inquiry: boolean };
  /** Why a bank debit fails in the end. */
  bankFailure?: string;
}

const dispute = (reason: string, inquiry = false) => ({ dispute: { reason, inquiry } });

export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  "4000000000000002": { decline: DECLINES.generic },
  "4000000000009995": { decline: DECLINES.insufficientFunds },
  "4000000000009987": { decline: DECLINES.lost },
  "4000000000009979": { decline: DECLINES.stolen },
  "4000000000000069": { decline: DECLINES.expired },
  "4000000000000127": { decline: DECLINES.incorrectCvc },
  "4000000000000101": { decline: DECLINES.incorrectCvc },
  "4000000000000119": { decline: DECLINES.processingError },
  "4000000000006975": { decline: DECLINES.velocity },
  "4100000000000019": { decline: DECLINES.fraudulent },
  "4000000000000341": { decline: DECLINES.generic, attaches: true },
  "4000002500003155": { authentication: "until_set_up" },
  "4000002760003184": { authentication: "always" },
  "4000003800000446": { authentication: "on_session" },
  "4000008260003178": { authentication: "until_set_up", decline: DECLINES.insufficientFunds, attaches: true },
  "4000000000003220": { authentication: "until_set_up" },
  "4000000000003063": { authentication: "until_set_up" },
  "4000008400001629": { authentication: "until_set_up", decline: DECLINES.generic, attaches: true },
  "4000000000000259": dispute("fraudulent"),
  "4000000000002685": dispute("product_not_received"),
  "4000000000001976": dispute("product_not_received", true),
  "4000000000005126": { refund: "fails_later" },
  "4000000000007726": { refund: "pending" },
  "000111111113": { bankFailure: "account_closed" },
  "000111111116": { bankFailure: "no_account" },
  "000222222227": { bankFailure: "insufficient_funds" },
  "000333333335": { bankFailure: "debit_not_authorized" },
  "000444444440": { bankFailure: "invalid_currency" },
  "000666666661": { bankFailure: "insufficient_funds" },
};

export function behaviourOf(number: string): Behaviour {
  return BEHAVIOURS[number] ?? {};
}
