import { invalid } from "../server/errors";

/** Ways to pay that lead off the page need somewhere to come back to. */
export function checkReturn(
  automatic: { allow_redirects?: string } | null,
  returnUrl: string | undefined,
): void {
  if (automatic?.allow_redirects !== "always" || returnUrl !== undefined) return;
  throw invalid(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
  );
}
