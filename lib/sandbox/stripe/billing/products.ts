import { z } from "zod";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { clearable, flag, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { del, get, post, type Resource } from "../server/route";
import { createPrice } from "./create-price";
import { createProduct } from "./create-product";
import { amountFields } from "./price-schema";

const fields = {
  active: flag().optional(),
  description: text().optional(),
  images: z.array(text()).max(8).optional(),
  metadata: metadata().optional(),
  statement_descriptor: text(22).optional(),
  tax_code: text().optional(),
  unit_label: text(12).optional(),
  url: text().optional(),
};

const creation = parameters({
  ...fields,
  id: text().optional(),
  name: text(),
  type: z.enum(["good", "service"]).optional(),
  default_price_data: parameters(amountFields).optional(),
});

const update = parameters({
  ...fields,
  name: text().optional(),
  default_price: text().optional(),
  description: clearable(text()).optional(),
  url: clearable(text()).optional(),
});

/** What is sold. */
export const products: Resource = {
  routes: [
    post("/v1/products", creation, (tx, { params: { default_price_data: price, type: _, ...params } }) => {
      if (params.id && tx.get("product", params.id))
        throw invalid("Product already exists.", "id", "resource_already_exists");
      const product = createProduct(tx, params);
      if (!price) return product;
      return tx.change("product", product.id, {
        default_price: createPrice(tx, { ...price, product: product.id }).id,
      });
    }),
    get(
      "/v1/products",
      listParameters({ active: flag().optional(), ids: z.array(text()).optional() }),
      (tx, call) =>
        listPage(
          tx,
          "product",
          "/v1/products",
          call.params,
          ({ id, active }) =>
            (call.params.active === undefined || active === call.params.active) &&
            (call.params.ids === undefined || call.params.ids.includes(id)),
        ),
    ),
    get("/v1/products/:id", parameters({}), (tx, { path }) => tx.need("product", path.id ?? "")),
    post("/v1/products/:id", update, (tx, { path, params: { metadata: pairs, ...params } }) => {
      const before = tx.need("product", path.id ?? "");
      if (params.default_price) tx.need("price", params.default_price, "default_price");
      const product = tx.change("product", before.id, {
        ...params,
        metadata: mergeMetadata(before.metadata, pairs),
        updated: tx.now,
      });
      tx.emit("product.updated", product, changedFields(before, product));
      return product;
    }),
    del("/v1/products/:id", parameters({}), (tx, { path }) => {
      const product = tx.need("product", path.id ?? "");
      if (tx.all("price").some((price) => price.product === product.id))
        throw invalid("This product cannot be deleted because it has one or more user-created prices.");
      tx.forget("product", product.id);
      tx.emit("product.deleted", product);
      return { id: product.id, object: "product", deleted: true };
    }),
  ],
};

/** The old values of what an update changed. */
export function changedFields(before: object, now: object): object {
  const current = new Map(Object.entries(now));
  return Object.fromEntries(
    Object.entries(before).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(current.get(name)),
    ),
  );
}
