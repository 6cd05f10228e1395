/** The numbers behind the names that Stripe publishes for test cards: `pm_card_visa` and `tok_visa` are the same card. */
const CARDS: Readonly<Record<string, string>> = {
  visa: "4242424242424242",
  visa_debit: "4000056655665556",
  mastercard: "5555555555554444",
  mastercard_debit: "5200828282828210",
  mastercard_prepaid: "5105105105105100",
  amex: "378282246310005",
  discover: "6011111111111117",
  diners: "3056930009020004",
  jcb: "3566002020360505",
  unionpay: "6200000000000005",
  us: "4242424242424242",
  bypassPending: "4000000000000077",
  chargeDeclined: "4000000000000002",
  chargeDeclinedInsufficientFunds: "4000000000009995",
  chargeDeclinedLostCard: "4000000000009987",
  chargeDeclinedStolenCard: "4000000000009979",
  chargeDeclinedExpiredCard: "4000000000000069",
  chargeDeclinedIncorrectCvc: "4000000000000127",
  chargeDeclinedProcessingError: "4000000000000119",
  chargeDeclinedVelocityLimitExceeded: "4000000000006975",
  chargeDeclinedFraudulent: "4100000000000019",
  radarBlock: "4100000000000019",
  chargeCustomerFail: "4000000000000341",
  authenticationRequiredOnSetup: "4000002500003155",
  authenticationRequired: "4000002760003184",
  authenticationRequiredSetupForOffSession: "4000003800000446",
  authenticationRequiredChargeDeclinedInsufficientFunds: "4000008260003178",
  threeDSecure2Required: "4000000000003220",
  threeDSecureRequired: "4000000000003063",
  threeDSecureRequiredChargeDeclined: "4000008400001629",
  threeDSecureOptional: "4000000000003055",
  createDispute: "4000000000000259",
  createDisputeProductNotReceived: "4000000000002685",
  createDisputeInquiry: "4000000000001976",
  refundFail: "4000000000005126",
  pendingRefund: "4000000000007726",
};

const BANK_ACCOUNTS: Readonly<Record<string, string>> = {
  success: "000123456789",
  accountClosed: "000111111113",
  noAccount: "000111111116",
  insufficientFunds: "000222222227",
  debitNotAuthorized: "000333333335",
  invalidCurrency: "000444444440",
};

/** The card number behind `pm_card_…` or `tok_…`, if there is one. */
export function cardBehind(token: string): string | undefined {
  const name = /^(?:pm_card_|tok_)(?:(?:visa|mastercard|amex)_(?=[a-z]+[A-Z]))?(\w+)$/.exec(token)?.[1];
  return name === undefined ? undefined : CARDS[name];
}

/** The account number behind `pm_usBankAccount_…`, if there is one. */
export function bankAccountBehind(token: string): string | undefined {
  return BANK_ACCOUNTS[token.replace(/^pm_usBankAccount(_|$)/, "") || "success"];
}
