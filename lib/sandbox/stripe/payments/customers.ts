import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { mergeMetadata, parameters, text } from "../server/parameters";
import { del, get, post, type Resource } from "../server/route";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { customerOf, detach } from "./attach";
import {
  addressOf,
  createCustomer,
  type CustomerParameters,
  customerParameters,
  setDefault,
  shippingOf,
} from "./create-customer";
import { searchPage, searchParameters } from "../server/search";

const PATH = "/v1/customers";

/** Customers. One that was deleted is still there, as nothing but that. */
export const customers: Resource = {
  routes: [
    post(PATH, customerParameters, (tx, { params }) => createCustomer(tx, params)),
    get(`${PATH}/search`, searchParameters, (tx, { params }) =>
      searchPage(tx, "customer", `${PATH}/search`, params, ({ deleted }) => !deleted),
    ),
    get(PATH, listParameters({ email: text().optional() }), (tx, { params }) =>
      listPage(
        tx,
        "customer",
        PATH,
        params,
        (customer) => !customer.deleted && (params.email === undefined || customer.email === params.email),
      ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("customer", path.id ?? "")),
    post(`${PATH}/:id`, customerParameters.omit({ payment_method: true }), (tx, { path, params }) =>
      updateCustomer(tx, path.id ?? "", params),
    ),
    del(`${PATH}/:id`, parameters({}), (tx, { path }) => deleteCustomer(tx, path.id ?? "")),
  ],
};

/** Changes what is named in the parameters. */
export function updateCustomer(
  tx: Tx,
  id: string,
  params: Omit<CustomerParameters, "payment_method">,
): Stripe.Customer {
  const before = customerOf(tx, id, "id");
  const { address, invoice_settings: settings, metadata, shipping, ...plain } = params;
  tx.change("customer", id, {
    ...plain,
    ...(address !== undefined && { address: addressOf(address) }),
    ...(shipping !== undefined && { shipping: shippingOf(shipping) }),
    ...(settings?.footer !== undefined && {
      invoice_settings: { ...before.invoice_settings, footer: settings.footer },
    }),
    metadata: mergeMetadata(before.metadata, metadata),
  });
  const after = setDefault(tx, id, settings?.default_payment_method);
  const changed = Object.entries(before).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof Stripe.Customer]),
  );
  if (changed.length > 0) tx.emit("customer.updated", after, Object.fromEntries(changed));
  return after;
}

function deleteCustomer(tx: Tx, id: string): Stripe.DeletedCustomer {
  const customer = tx.need("customer", id);
  if (customer.deleted) throw invalid(`No such customer: '${id}'`, "id", "resource_missing");
  for (const method of tx.all("payment_method")) if (idOf(method.customer) === id) detach(tx, method.id);
  const deleted = { id, object: "customer" as const, deleted: true as const };
  tx.put("customer", deleted);
  tx.emit("customer.deleted", customer);
  return deleted;
}
