import type { Tone } from "@/components/ui/badge";
import type { PaymentState } from "@/lib/purchases/rules/payment-state";

/** How a payment stands, in words. */
export const PAYMENT_WORDS: Readonly<Record<PaymentState, readonly [tone: Tone, words: string]>> = {
  paid: ["good", "Paid"],
  refund_pending: ["warn", "Refund under way"],
  part_refunded: ["accent", "Partly refunded"],
  refunded: ["neutral", "Refunded"],
  disputed: ["bad", "Disputed"],
  dispute_lost: ["bad", "Dispute lost"],
  open: ["neutral", "Not paid yet"],
  processing: ["warn", "On its way"],
  requires_action: ["warn", "Waits for the customer"],
  failed: ["bad", "Failed"],
  declined: ["bad", "Declined"],
  expired: ["neutral", "Never paid"],
  canceled: ["neutral", "Given up"],
};

/** How its money goes back, or why it does not, in a sentence. */
export function refundInWords(state: PaymentState): string {
  switch (state) {
    case "refunded":
      return "All of it was paid back, and the credit that it bought was withdrawn.";
    case "disputed":
      return "The bank asks the money back: answer the dispute at Stripe, and do not refund it besides.";
    case "dispute_lost":
      return "The bank took the money back, and the credit that it bought was withdrawn: there is nothing to refund.";
    case "refund_pending":
      return "A refund is under way at Stripe. It says here what became of it.";
    default:
      return "To give money back, refund the payment at Stripe, whole or in part: its share of the credit is withdrawn here by itself, even into negative credit.";
  }
}
