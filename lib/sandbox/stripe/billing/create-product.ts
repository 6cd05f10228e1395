import type Stripe from "stripe";
import { newId } from "../store/ids";
import type { Tx } from "../tx";

export interface ProductFields {
  id?: string;
  name: string;
  active?: boolean;
  description?: string;
  images?: string[];
  metadata?: Record<string, string> | null;
  statement_descriptor?: string;
  tax_code?: string;
  unit_label?: string;
  url?: string;
}

/** Makes a product, as the API does and as a price or a line item does on the way. */
export function createProduct(tx: Tx, fields: ProductFields): Stripe.Product {
  const product = tx.put("product", {
    id: fields.id ?? newId("prod", 14),
    object: "product",
    active: fields.active ?? true,
    created: tx.now,
    default_price: null,
    description: fields.description ?? null,
    images: fields.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: fields.metadata ?? {},
    name: fields.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: fields.statement_descriptor ?? null,
    tax_code: fields.tax_code ?? null,
    tax_details: null,
    type: "service",
    unit_label: fields.unit_label ?? null,
    updated: tx.now,
    url: fields.url ?? null,
  });
  tx.emit("product.created", product);
  return product;
}
