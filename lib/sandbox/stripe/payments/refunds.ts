import { z } from "zod";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { integer, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { createRefund } from "./create-refund";
import { failRefund, succeedRefund } from "./end-refund";

const PATH = "/v1/refunds";
const details = {
  amount: integer(1).optional(),
  metadata: metadata().optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
};
const creation = parameters({ charge: text().optional(), payment_intent: text().optional(), ...details });
const filters = listParameters({ charge: text().optional(), payment_intent: text().optional() });

/** Refunds, whole and in parts. */
export const refunds: Resource = {
  routes: [
    post(PATH, creation, (tx, { params }) => createRefund(tx, { ...params, charge: chargeOf(tx, params) })),
    post("/v1/charges/:charge/refunds", parameters(details), (tx, { path, params }) =>
      createRefund(tx, { ...params, charge: path.charge ?? "" }),
    ),
    get(PATH, filters, (tx, { params }) =>
      listPage(
        tx,
        "refund",
        PATH,
        params,
        (refund) =>
          (params.charge === undefined || idOf(refund.charge) === params.charge) &&
          (params.payment_intent === undefined || idOf(refund.payment_intent) === params.payment_intent),
      ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("refund", path.id ?? "")),
    post(`${PATH}/:id`, parameters({ metadata: metadata().optional() }), (tx, { path, params }) => {
      const refund = tx.need("refund", path.id ?? "");
      return tx.change("refund", refund.id, {
        metadata: mergeMetadata(refund.metadata ?? {}, params.metadata),
      });
    }),
    post(`${PATH}/:id/cancel`, parameters({}), (tx, { path }) => {
      const refund = tx.need("refund", path.id ?? "");
      if (refund.status !== "requires_action")
        throw invalid("Only a refund with the status requires_action can be canceled.");
      return failRefund(tx, refund.id, "canceled");
    }),
  ],
  tasks: {
    "refund.succeed": (tx, id) => {
      if (tx.get("refund", id)?.status === "pending") succeedRefund(tx, id);
    },
    "refund.fail": (tx, id) => {
      if (tx.get("refund", id)?.status === "succeeded") failRefund(tx, id);
    },
  },
};

function chargeOf(tx: Tx, params: z.output<typeof creation>): string {
  if (params.charge !== undefined) return params.charge;
  if (params.payment_intent === undefined)
    throw invalid(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  const intent = tx.need("payment_intent", params.payment_intent, "payment_intent");
  const charge = idOf(intent.latest_charge);
  if (charge === null || tx.get("charge", charge)?.status !== "succeeded")
    throw invalid(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      "payment_intent",
    );
  return charge;
}
