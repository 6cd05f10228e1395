import type Stripe from "stripe";

/** Stripe's objects as they go over the wire, where the package turns exact decimals into a class of its own. */
export type Price = Omit<Stripe.Price, "unit_amount_decimal" | "product"> & {
  product: string;
  unit_amount_decimal: string | null;
};

export type LineItem = Omit<Stripe.LineItem, "price"> & { price: Price | null };

export type InvoiceItem = Omit<Stripe.InvoiceItem, "quantity_decimal" | "pricing"> & {
  quantity_decimal: string;
  pricing: Pricing | null;
};

export type InvoiceLine = Omit<Stripe.InvoiceLineItem, "quantity_decimal" | "pricing"> & {
  quantity_decimal: string | null;
  pricing: Pricing | null;
};

export type Invoice = Omit<Stripe.Invoice, "lines"> & {
  lines: { object: "list"; data: InvoiceLine[]; has_more: boolean; url: string };
};

export interface Pricing {
  type: "price_details";
  price_details?: { price: string; product: string };
  unit_amount_decimal: string | null;
}
