import { CardError } from "../server/errors";
import { listPage, listParameters, pageOf } from "../server/paginate";
import { currency, integer, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { searchPage, searchParameters } from "../server/search";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { customerOf, instrumentOf } from "./attach";
import { createPaymentMethod } from "./create-payment-method";
import { errorOf } from "./declines";
import { makeCharge } from "./make-charge";
import { outcomeOf } from "./outcome";

const PATH = "/v1/charges";

/** What versions before payment intents knew, and the official command line still does: a token that is charged. */
const creation = parameters({
  amount: integer(50, 99_999_999),
  currency: currency(),
  source: text(),
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  receipt_email: text().optional(),
});

/** Charges: the attempts to take money. */
export const charges: Resource = {
  routes: [
    post(PATH, creation, (tx, { params }) => {
      const method = createPaymentMethod(tx, { type: "card", card: { token: params.source } });
      const what = {
        amount: params.amount,
        currency: params.currency,
        customer: params.customer === undefined ? null : customerOf(tx, params.customer).id,
        description: params.description ?? null,
        metadata: params.metadata ?? {},
        paymentIntent: null,
        receiptEmail: params.receipt_email ?? null,
      };
      const outcome = outcomeOf(instrumentOf(tx, method.id), false, false);
      const rest = { confirmed: false, mandate: null };
      if (outcome.kind !== "declined") return makeCharge(tx, what, method, { status: "succeeded", ...rest });
      const { decline } = outcome;
      const charge = makeCharge(tx, what, method, { status: "failed", decline, ...rest });
      throw new CardError({ ...errorOf(decline), charge: charge.id });
    }),
    get(`${PATH}/search`, searchParameters, (tx, { params }) =>
      searchPage(tx, "charge", `${PATH}/search`, params),
    ),
    get(
      PATH,
      listParameters({
        customer: text().optional(),
        payment_intent: text().optional(),
        transfer_group: text().optional(),
      }),
      (tx, { params }) =>
        listPage(
          tx,
          "charge",
          PATH,
          params,
          (charge) =>
            (params.customer === undefined || idOf(charge.customer) === params.customer) &&
            (params.payment_intent === undefined || idOf(charge.payment_intent) === params.payment_intent) &&
            params.transfer_group === undefined,
        ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("charge", path.id ?? "")),
    post(
      `${PATH}/:id`,
      parameters({
        description: text().optional(),
        metadata: metadata().optional(),
        receipt_email: text().optional(),
      }),
      (tx, { path, params }) => {
        const charge = tx.need("charge", path.id ?? "");
        const changed = tx.change("charge", charge.id, {
          ...params,
          metadata: mergeMetadata(charge.metadata, params.metadata),
        });
        tx.emit("charge.updated", changed, { metadata: charge.metadata });
        return changed;
      },
    ),
  ],
  includes: {
    charge: { refunds: (tx, { id }) => pageOf(refundsOf(tx, id), `${PATH}/${id}/refunds`, {}) },
  },
};

function refundsOf(tx: Tx, charge: string) {
  return tx
    .all("refund")
    .filter((refund) => idOf(refund.charge) === charge)
    .reverse();
}
