import { invalid } from "../server/errors";
import { mergeMetadata } from "../server/parameters";
import type { Tx } from "../tx";
import { refuseDueDate } from "./create-invoice";
import type { InvoiceUpdate } from "./invoice-schema";
import { setLines } from "./lines";
import type { Invoice } from "./objects";
import { changedFields } from "./products";

const DAY = 24 * 3600;

/** Changes a draft; of a final invoice only what does not stand on it. */
export function updateInvoice(tx: Tx, id: string, params: InvoiceUpdate): Invoice {
  const before = tx.need("invoice", id);
  const {
    automatic_tax: tax,
    days_until_due: days,
    metadata,
    payment_settings: settings,
    ...fields
  } = params;
  const { auto_advance: _, default_payment_method: __, ...fixed } = fields;
  const touched = Object.entries({ ...fixed, tax, days }).find(([, value]) => value !== undefined);
  if (before.status !== "draft" && touched)
    throw invalid("Finalized invoices can't be updated in this way", touched[0], "invoice_not_editable");
  refuseDueDate(params, params.collection_method ?? before.collection_method);
  tx.change("invoice", id, {
    ...fields,
    ...(days !== undefined && { due_date: tx.now + days * DAY }),
    ...(settings && {
      payment_settings: {
        ...before.payment_settings,
        payment_method_types: settings.payment_method_types ?? null,
      },
    }),
    ...(tax && { automatic_tax: { ...before.automatic_tax, enabled: tax.enabled } }),
    metadata: mergeMetadata(before.metadata ?? {}, metadata),
  });
  const invoice = before.status === "draft" ? setLines(tx, id, before.lines.data) : tx.need("invoice", id);
  tx.emit("invoice.updated", invoice, changedFields(before, invoice));
  return invoice;
}
