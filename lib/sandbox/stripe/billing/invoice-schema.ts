import { z } from "zod";
import { clearable, currency, flag, integer, metadata, parameters, text } from "../server/parameters";

const customFields = z.array(parameters({ name: text(40), value: text(140) })).max(4);

const common = {
  auto_advance: flag().optional(),
  automatic_tax: parameters({ enabled: flag() }).optional(),
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  custom_fields: clearable(customFields).optional(),
  days_until_due: integer(0, 3650).optional(),
  default_payment_method: text().optional(),
  description: text(1500).optional(),
  due_date: integer().optional(),
  footer: text().optional(),
  metadata: metadata().optional(),
  number: text(26).optional(),
  payment_settings: parameters({
    payment_method_types: clearable(z.array(z.enum(["card", "us_bank_account"]))).optional(),
  }).optional(),
  statement_descriptor: text(22).optional(),
};

export const invoiceCreation = parameters({
  ...common,
  currency: currency().optional(),
  customer: text().optional(),
  pending_invoice_items_behavior: z.enum(["include", "exclude"]).optional(),
});

export const invoiceUpdate = parameters(common);

export type InvoiceCreation = z.output<typeof invoiceCreation>;
export type InvoiceUpdate = z.output<typeof invoiceUpdate>;
