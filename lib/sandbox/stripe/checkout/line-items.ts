import { createPrice } from "../billing/create-price";
import { createProduct } from "../billing/create-product";
import type { LineItem, Price } from "../billing/objects";
import { invalid } from "../server/errors";
import { newId } from "../store/ids";
import type { Tx } from "../tx";
import type { Creation } from "./session-schema";

type Wanted = NonNullable<Creation["line_items"]>[number];

/** The items that a session sells, before tax; makes the prices and products that are described on the spot. */
export function lineItemsOf(tx: Tx, wanted: readonly Wanted[]): LineItem[] {
  return wanted.map(({ quantity, metadata, ...item }, index) => {
    const price = priceOf(tx, item, `line_items[${index}]`);
    if (quantity === undefined)
      throw invalid(
        "Quantity is required. Add `quantity` to `line_items`.",
        `line_items[${index}][quantity]`,
      );
    const amount = (price.unit_amount ?? 0) * quantity;
    return {
      id: newId("li"),
      object: "item",
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      currency: price.currency,
      description: tx.need("product", price.product).name,
      metadata: metadata ?? {},
      price,
      quantity,
    };
  });
}

/** The one currency of all items. */
export function currencyOf(items: readonly LineItem[]): string | null {
  const [first, ...others] = items.map(({ currency }) => currency);
  if (others.some((other) => other !== first))
    throw invalid("All line items must have the same currency.", "line_items");
  return first ?? null;
}

function priceOf(tx: Tx, { price, price_data: data }: Omit<Wanted, "quantity">, param: string): Price {
  if ((price === undefined) === (data === undefined))
    throw invalid("You must specify either `price` or `price_data` for each line item.", param);
  if (price !== undefined) return tx.need("price", price, `${param}[price]`);
  const { product, product_data: made, ...fields } = data ?? { currency: "", unit_amount: 0 };
  if ((product === undefined) === (made === undefined))
    throw invalid("You must specify either `product` or `product_data`.", `${param}[price_data]`);
  // What is made for one session only cannot be used again.
  const id = product ?? createProduct(tx, { ...made, name: made?.name ?? "", active: false }).id;
  return createPrice(tx, { ...fields, product: id, active: false });
}
