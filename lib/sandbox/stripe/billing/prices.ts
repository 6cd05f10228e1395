import { z } from "zod";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { currency, flag, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { createPrice } from "./create-price";
import { createProduct } from "./create-product";
import { amountFields, productData } from "./price-schema";
import { changedFields } from "./products";

const labels = { active: flag().optional(), lookup_key: text(200).optional(), nickname: text().optional() };
const creation = parameters({
  ...amountFields,
  ...labels,
  product: text().optional(),
  product_data: productData.optional(),
});
const update = parameters({
  ...labels,
  metadata: metadata().optional(),
  tax_behavior: z.enum(["exclusive", "inclusive", "unspecified"]).optional(),
});
const filters = listParameters({
  active: flag().optional(),
  currency: currency().optional(),
  lookup_keys: z.array(text()).max(10).optional(),
  product: text().optional(),
  type: z.enum(["one_time", "recurring"]).optional(),
});

/** What things cost. */
export const prices: Resource = {
  routes: [
    post("/v1/prices", creation, (tx, { params: { product, product_data: data, ...params } }) => {
      if ((product === undefined) === (data === undefined))
        throw invalid("You must provide either `product` or `product_data`, and not both.", "product");
      return createPrice(tx, { ...params, product: product ?? createProduct(tx, data ?? { name: "" }).id });
    }),
    get("/v1/prices", filters, (tx, { params }) =>
      listPage(
        tx,
        "price",
        "/v1/prices",
        params,
        (price) =>
          (params.active === undefined || price.active === params.active) &&
          (params.currency === undefined || price.currency === params.currency) &&
          (params.product === undefined || price.product === params.product) &&
          (params.type === undefined || price.type === params.type) &&
          (params.lookup_keys === undefined || params.lookup_keys.includes(price.lookup_key ?? "")),
      ),
    ),
    get("/v1/prices/:id", parameters({}), (tx, { path }) => tx.need("price", path.id ?? "")),
    post("/v1/prices/:id", update, (tx, { path, params: { metadata: pairs, ...params } }) => {
      const before = tx.need("price", path.id ?? "");
      const price = tx.change("price", before.id, {
        ...params,
        metadata: mergeMetadata(before.metadata, pairs),
      });
      tx.emit("price.updated", price, changedFields(before, price));
      return price;
    }),
  ],
};
