/** The test cards that the pages offer, in the order of how often they are wanted. All of them are Stripe's published ones. */
export const TEST_CARDS: readonly { number: string; what: string }[] = [
  { number: "4242 4242 4242 4242", what: "Visa, is paid" },
  { number: "5555 5555 5555 4444", what: "Mastercard, is paid" },
  { number: "4000 0025 0000 3155", what: "asks for 3-D Secure once, then can be charged off-session" },
  { number: "4000 0027 6000 3184", what: "asks for 3-D Secure every time" },
  { number: "4000 0000 0000 0002", what: "is declined" },
  { number: "4000 0000 0000 9995", what: "is declined: insufficient funds" },
  { number: "4000 0000 0000 0069", what: "is declined: expired" },
  { number: "4000 0000 0000 0341", what: "can be saved, is declined when charged" },
  { number: "4000 0000 0000 0259", what: "is paid, then disputed" },
  { number: "4000 0000 0000 5126", what: "is paid; a refund fails later" },
];

/** US bank accounts, all with the routing number 110000000. */
export const TEST_ACCOUNTS: readonly { number: string; what: string }[] = [
  { number: "000123456789", what: "is paid after a while" },
  { number: "000222222227", what: "fails after a while: insufficient funds" },
  { number: "000111111113", what: "fails after a while: account closed" },
];

export const ROUTING_NUMBER = "110000000";
