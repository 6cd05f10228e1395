import type { ErrorBody } from "../server/errors";

/** Why a card was not charged, in the words that Stripe uses. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  param?: string;
  /** Stripe's hint on whether to try again. */
  advice?: "confirm_card_data" | "do_not_try_again" | "try_again_later";
}

const declined = (declineCode: string, advice: Decline["advice"] = "try_again_later"): Decline => ({
  code: "card_declined",
  declineCode,
  message: "Your card was declined.",
  advice,
});

/** The declines that test cards are there for. */
export const DECLINES = {
  generic: declined("generic_decline"),
  insufficientFunds: { ...declined("insufficient_funds"), message: "Your card has insufficient funds." },
  lost: declined("lost_card", "do_not_try_again"),
  stolen: declined("stolen_card", "do_not_try_again"),
  velocity: {
    ...declined("card_velocity_exceeded"),
    message:
      "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
  },
  fraudulent: declined("fraudulent", "do_not_try_again"),
  expired: {
    code: "expired_card",
    declineCode: "expired_card",
    message: "Your card has expired.",
    param: "exp_month",
    advice: "do_not_try_again",
  },
  incorrectCvc: {
    code: "incorrect_cvc",
    declineCode: "incorrect_cvc",
    message: "Your card's security code is incorrect.",
    param: "cvc",
    advice: "confirm_card_data",
  },
  processingError: {
    code: "processing_error",
    declineCode: "processing_error",
    message: "An error occurred while processing your card. Try again in a little bit.",
    advice: "try_again_later",
  },
  authenticationRequired: {
    code: "authentication_required",
    declineCode: "authentication_required",
    message: "Your card was declined. This transaction requires authentication.",
  },
} as const satisfies Record<string, Decline>;

/** The decline as an error of the API. */
export function errorOf(decline: Decline): Omit<ErrorBody, "type"> {
  const { code, declineCode, message, param, advice } = decline;
  return {
    code,
    message,
    ...(code === declineCode && code !== "authentication_required" ? {} : { decline_code: declineCode }),
    ...(param && { param }),
    ...(advice && { advice_code: advice }),
  };
}
