import { z } from "zod";
import { currency, flag, integer, metadata, parameters, text } from "../server/parameters";

/** The largest amount that Stripe charges: 999,999.99 in a currency with cents. */
export const MAX_AMOUNT = 99_999_999;

/** What a price costs: wherever one is made. Only one-off prices per unit are known here. */
export const amountFields = {
  currency: currency(),
  unit_amount: integer(0, MAX_AMOUNT),
  tax_behavior: z.enum(["exclusive", "inclusive", "unspecified"]).optional(),
  metadata: metadata().optional(),
};

/** A product that is made on the way. */
export const productData = parameters({
  name: text(),
  active: flag().optional(),
  description: text().optional(),
  images: z.array(text()).max(8).optional(),
  metadata: metadata().optional(),
  statement_descriptor: text(22).optional(),
  tax_code: text().optional(),
  unit_label: text(12).optional(),
});
