import type { Tx } from "../tx";
import { newId } from "../store/ids";
import type { Price } from "./objects";

export interface PriceFields {
  product: string;
  currency: string;
  unit_amount: number;
  active?: boolean;
  lookup_key?: string;
  nickname?: string;
  tax_behavior?: Price["tax_behavior"];
  metadata?: Record<string, string> | null;
}

/** Makes a one-off price per unit of a product, which must be there. */
export function createPrice(tx: Tx, fields: PriceFields): Price {
  const price = tx.put("price", {
    id: newId("price"),
    object: "price",
    active: fields.active ?? true,
    billing_scheme: "per_unit",
    created: tx.now,
    currency: fields.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: fields.lookup_key ?? null,
    metadata: fields.metadata ?? {},
    nickname: fields.nickname ?? null,
    product: tx.need("product", fields.product, "product").id,
    recurring: null,
    tax_behavior: fields.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount: fields.unit_amount,
    unit_amount_decimal: String(fields.unit_amount),
  });
  tx.emit("price.created", price);
  return price;
}
