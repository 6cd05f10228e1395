import { z } from "zod";
import { listPage, listParameters } from "../server/paginate";
import { integer, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { missing } from "../server/errors";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { attach, customerOf, detach } from "./attach";
import { billingOf, createPaymentMethod, paymentMethodOf } from "./create-payment-method";
import { billingDetails, paymentMethodData } from "./payment-method-schema";

const PATH = "/v1/payment_methods";
const type = z.enum(["card", "us_bank_account"]).optional();
const redisplay = z.enum(["always", "limited", "unspecified"]).optional();

const update = parameters({
  allow_redisplay: redisplay,
  billing_details: billingDetails.optional(),
  card: parameters({ exp_month: integer(1, 12).optional(), exp_year: integer().optional() }).optional(),
  metadata: metadata().optional(),
});

/** Payment methods: cards and US bank accounts. */
export const paymentMethods: Resource = {
  routes: [
    post(PATH, paymentMethodData, (tx, { params }) => createPaymentMethod(tx, params)),
    get(
      PATH,
      listParameters({ customer: text().optional(), type, allow_redisplay: redisplay }),
      (tx, { params }) =>
        listPage(
          tx,
          "payment_method",
          PATH,
          params,
          (method) =>
            method.customer !== null &&
            (params.customer === undefined || idOf(method.customer) === params.customer) &&
            (params.type === undefined || method.type === params.type) &&
            (params.allow_redisplay === undefined || method.allow_redisplay === params.allow_redisplay),
        ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("payment_method", path.id ?? "")),
    post(`${PATH}/:id`, update, (tx, { path, params }) => updateMethod(tx, path.id ?? "", params)),
    post(`${PATH}/:id/attach`, parameters({ customer: text() }), (tx, { path, params }) =>
      attach(tx, paymentMethodOf(tx, path.id ?? "", "id"), params.customer),
    ),
    post(`${PATH}/:id/detach`, parameters({}), (tx, { path }) => detach(tx, path.id ?? "")),
    get(
      "/v1/customers/:customer/payment_methods",
      listParameters({ type, allow_redisplay: redisplay }),
      (tx, { path, params }) => {
        const { id } = customerOf(tx, path.customer ?? "", "id");
        return listPage(
          tx,
          "payment_method",
          `/v1/customers/${id}/payment_methods`,
          params,
          (method) =>
            idOf(method.customer) === id &&
            (params.type === undefined || method.type === params.type) &&
            (params.allow_redisplay === undefined || method.allow_redisplay === params.allow_redisplay),
        );
      },
    ),
    get("/v1/customers/:customer/payment_methods/:id", parameters({}), (tx, { path }) => {
      const method = tx.need("payment_method", path.id ?? "");
      if (idOf(method.customer) !== path.customer) throw missing("PaymentMethod", method.id);
      return method;
    }),
  ],
};

function updateMethod(tx: Tx, id: string, params: z.output<typeof update>) {
  const method = tx.need("payment_method", id);
  const changed = tx.change("payment_method", id, {
    ...(params.allow_redisplay && { allow_redisplay: params.allow_redisplay }),
    billing_details: billingOf(params.billing_details, method.billing_details),
    ...(method.card && { card: { ...method.card, ...params.card } }),
    metadata: mergeMetadata(method.metadata ?? {}, params.metadata),
  });
  tx.emit("payment_method.updated", changed, { billing_details: method.billing_details, card: method.card });
  return changed;
}
