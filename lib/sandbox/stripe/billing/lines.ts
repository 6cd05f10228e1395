import { taxOn } from "../checkout/tax";
import { invalid } from "../server/errors";
import { newId } from "../store/ids";
import type { Tx } from "../tx";
import type { Invoice, InvoiceItem, InvoiceLine } from "./objects";

/** An invoice item as a line of an invoice. */
export function lineOf(item: InvoiceItem, invoice: string): InvoiceLine {
  return {
    id: newId("il"),
    object: "line_item",
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: item.discountable,
    discounts: [],
    invoice,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: {
      invoice_item_details: {
        invoice_item: item.id,
        proration: false,
        proration_details: null,
        subscription: null,
      },
      subscription_item_details: null,
      type: "invoice_item_details",
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
    taxes: [],
  };
}

/** Gives a draft these lines, and adds them up. */
export function setLines(tx: Tx, id: string, lines: readonly InvoiceLine[]): Invoice {
  const invoice = tx.need("invoice", id);
  const strange = lines.find(({ currency }) => currency !== invoice.currency);
  if (strange)
    throw invalid(
      `All items of an invoice have its currency, ${invoice.currency}, and not ${strange.currency}.`,
      "currency",
    );
  const subtotal = lines.reduce((sum, { amount }) => sum + amount, 0);
  const taxed = invoice.automatic_tax.enabled;
  const tax = taxed ? taxOn(subtotal, invoice.customer_address?.country ?? "") : 0;
  const total = subtotal + tax;
  const due = Math.max(total, 0);
  return tx.change("invoice", id, {
    amount_due: due,
    amount_remaining: due,
    automatic_tax: { ...invoice.automatic_tax, status: taxed ? "complete" : null },
    lines: { ...invoice.lines, data: [...lines] },
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_excluding_tax: subtotal,
    total_taxes:
      tax === 0
        ? []
        : [
            {
              amount: tax,
              tax_behavior: "exclusive",
              tax_rate_details: null,
              taxability_reason: "standard_rated",
              taxable_amount: subtotal,
              type: "tax_rate_details",
            },
          ],
  });
}
