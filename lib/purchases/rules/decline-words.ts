const WORDS: Readonly<Record<string, string>> = {
  authentication_required: "the bank wants it to be confirmed",
  call_issuer: "the bank gave no reason",
  card_declined: "the bank gave no reason",
  card_not_supported: "the card is not made for such payments",
  card_velocity_exceeded: "too much was charged to the card in a short time",
  currency_not_supported: "the card does not take this currency",
  do_not_honor: "the bank gave no reason",
  expired_card: "the card has expired",
  generic_decline: "the bank gave no reason",
  incorrect_cvc: "the card’s security code is wrong",
  incorrect_number: "the card’s number is wrong",
  insufficient_funds: "there is not enough money on the card",
  issuer_not_available: "the bank could not be reached",
  no_action_taken: "the bank gave no reason",
  processing_error: "the bank could not process it",
  transaction_not_allowed: "the card is not made for such payments",
  try_again_later: "the bank gave no reason",
  withdrawal_count_limit_exceeded: "the card’s limit is reached",
};

/** Why a card was declined, for people: the bank's code in words, so far as they are known. The code is what programs and files get. */
export function declineInWords(code: string): string {
  return WORDS[code] ?? `the bank said “${code.replaceAll("_", " ")}”`;
}
