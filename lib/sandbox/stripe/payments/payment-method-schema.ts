import { z } from "zod";
import { address, clearable, integer, metadata, parameters, text } from "../server/parameters";

export const billingDetails = parameters({
  address: clearable(address).optional(),
  email: clearable(text()).optional(),
  name: clearable(text()).optional(),
  phone: clearable(text()).optional(),
  tax_id: text().optional(),
});

const card = z.union([
  parameters({ token: text() }),
  parameters({
    number: text(),
    exp_month: integer(),
    exp_year: integer(),
    cvc: z.string().optional(),
  }),
]);

const bankAccount = parameters({
  account_holder_type: z.enum(["company", "individual"]).optional(),
  account_number: text(),
  account_type: z.enum(["checking", "savings"]).optional(),
  routing_number: text(),
});

/** A new payment method; also `payment_method_data` of an intent. */
export const paymentMethodData = parameters({
  type: z.enum(["card", "us_bank_account"]),
  card: card.optional(),
  us_bank_account: bankAccount.optional(),
  billing_details: billingDetails.optional(),
  metadata: metadata().optional(),
  allow_redisplay: z.enum(["always", "limited", "unspecified"]).optional(),
});

export type PaymentMethodData = z.output<typeof paymentMethodData>;
export type BillingDetails = z.output<typeof billingDetails>;
