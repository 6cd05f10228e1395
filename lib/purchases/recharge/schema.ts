import { z } from "zod";
import { faultOfDecimal } from "@/lib/values/decimal";
import { PAGE_PATH } from "@/lib/values/page-path";
import { saying } from "@/lib/values/saying";

// Messages complete the sentence "Threshold …".
const Credits = z
  .string("is required")
  .trim()
  .superRefine(saying((text) => faultOfDecimal(text, { whole: 9, decimals: 0, example: "500" })));
const Usd = z
  .string()
  .trim()
  .superRefine(saying((text) => faultOfDecimal(text, { whole: 7, decimals: 2, example: "99.50" })));

export const Recharge = z.strictObject({
  /** The card is charged when the balance is below this. */
  threshold: Credits,
  credits: Credits,
  /** Per UTC month; null has no cap. */
  monthlyCapUsd: Usd.nullable(),
  paymentMethodId: z.string("is required").regex(/^pm_\w{1,250}$/, "is not one of the saved cards"),
});
export type Recharge = z.output<typeof Recharge>;

export const Rehearse = Recharge.omit({ paymentMethodId: true });
export type Rehearse = z.output<typeof Rehearse>;

export const OfAttempt = z.strictObject({ attemptId: z.uuid("is not an auto-recharge") });
export const OfCard = z.strictObject({
  id: z.string().regex(/^pm_\w{1,250}$/, "is not one of the saved cards"),
});
/** A page of the console to go back to. */
export const ComeBack = z.strictObject({
  returnTo: z.string().max(500).regex(PAGE_PATH, "is not a page of the console"),
});
export const Nothing = z.strictObject({});
