import type { Kind } from "../store/kinds";

/** What the dashboard shows, by the names that people use, the most looked for first. */
export const SHOWN = [
  ["event", "Events"],
  ["payment_intent", "Payments"],
  ["charge", "Charges"],
  ["refund", "Refunds"],
  ["dispute", "Disputes"],
  ["checkout.session", "Checkout sessions"],
  ["customer", "Customers"],
  ["payment_method", "Payment methods"],
  ["setup_intent", "Set-ups"],
  ["invoice", "Invoices"],
  ["invoiceitem", "Invoice items"],
  ["product", "Products"],
  ["price", "Prices"],
  ["balance_transaction", "Balance"],
  ["billing_portal.session", "Portal sessions"],
  ["webhook_endpoint", "Webhook endpoints"],
] as const satisfies readonly (readonly [Kind, string])[];

export type Shown = (typeof SHOWN)[number][0];

/** The kind of that name, if it is shown. */
export function shownKind(name: string): Shown | undefined {
  return SHOWN.find(([kind]) => kind === name)?.[0];
}
