import type Stripe from "stripe";
import { z } from "zod";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { mergeMetadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { searchPage, searchParameters } from "../server/search";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { customerOf } from "./attach";
import { confirmIntent } from "./confirm-intent";
import { createIntent, namedMethod, shippingOf } from "./create-intent";
import {
  type IntentConfirmation,
  intentConfirmation,
  type IntentCreation,
  intentCreation,
  type IntentUpdate,
  intentUpdate,
} from "./intent-schema";
import { methodTypesOf } from "./method-types";
import { settleByItself } from "./settle-intent";

const PATH = "/v1/payment_intents";
const cancellation = parameters({
  cancellation_reason: z.enum(["abandoned", "duplicate", "fraudulent", "requested_by_customer"]).optional(),
});

/** Payment intents: one payment each, through all its attempts. */
export const paymentIntents: Resource = {
  routes: [
    post(PATH, intentCreation, (tx, { params, legacy }) => create(tx, params, legacy)),
    get(`${PATH}/search`, searchParameters, (tx, { params }) =>
      searchPage(tx, "payment_intent", `${PATH}/search`, params),
    ),
    get(PATH, listParameters({ customer: text().optional() }), (tx, { params }) =>
      listPage(
        tx,
        "payment_intent",
        PATH,
        params,
        ({ customer }) => params.customer === undefined || idOf(customer) === params.customer,
      ),
    ),
    get(`${PATH}/:id`, parameters({ client_secret: text().optional() }), (tx, { path }) =>
      tx.need("payment_intent", path.id ?? ""),
    ),
    post(`${PATH}/:id`, intentUpdate, (tx, { path, params, legacy }) =>
      update(tx, path.id ?? "", params, legacy),
    ),
    post(`${PATH}/:id/confirm`, intentConfirmation, (tx, { path, params }) =>
      confirm(tx, path.id ?? "", params),
    ),
    post(`${PATH}/:id/cancel`, cancellation, (tx, { path, params }) =>
      cancelIntent(tx, path.id ?? "", params.cancellation_reason ?? null),
    ),
  ],
  tasks: { "payment.settle": settleByItself },
};

function create(tx: Tx, params: IntentCreation, legacy: boolean): Stripe.PaymentIntent {
  if (!params.confirm) {
    const early = (["off_session", "error_on_requires_action", "return_url", "mandate_data"] as const).find(
      (name) => params[name] !== undefined,
    );
    if (early)
      throw invalid(
        `You cannot set \`${early}\` when creating a PaymentIntent with \`confirm=false\`.`,
        early,
      );
    return createIntent(tx, params, legacy);
  }
  const { id } = createIntent(tx, params, legacy);
  return confirmIntent(tx, id, {
    offSession: params.off_session,
    returnUrl: params.return_url,
    failsWhenAsked: params.error_on_requires_action,
  });
}

function update(tx: Tx, id: string, params: IntentUpdate, legacy: boolean): Stripe.PaymentIntent {
  const intent = tx.need("payment_intent", id);
  const { customer, metadata, shipping, amount, currency, description, receipt_email, setup_future_usage } =
    params;
  const open = ["requires_payment_method", "requires_confirmation", "requires_action"].includes(
    intent.status,
  );
  if (!open && (amount ?? currency ?? customer ?? params.payment_method ?? setup_future_usage) !== undefined)
    throw invalid(
      `This PaymentIntent's parameters could not be updated because it has a status of ${intent.status}.`,
      undefined,
      "payment_intent_unexpected_state",
    );
  const method = namedMethod(tx, params);
  const types = params.payment_method_types ?? params.allowed_payment_method_types;
  return tx.change("payment_intent", id, {
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
    ...(customer !== undefined && { customer: customerOf(tx, customer).id }),
    ...(description !== undefined && { description }),
    ...(receipt_email !== undefined && { receipt_email }),
    ...(setup_future_usage !== undefined && { setup_future_usage }),
    ...(shipping !== undefined && { shipping: shippingOf(shipping) }),
    ...(types && { payment_method_types: methodTypesOf(params, intent.currency, legacy) }),
    ...(method && { payment_method: method.id, status: "requires_confirmation" as const, next_action: null }),
    metadata: mergeMetadata(intent.metadata, metadata),
  });
}

function confirm(tx: Tx, id: string, params: IntentConfirmation): Stripe.PaymentIntent {
  const { receipt_email, setup_future_usage, shipping } = params;
  tx.change("payment_intent", id, {
    ...(receipt_email !== undefined && { receipt_email }),
    ...(setup_future_usage !== undefined && { setup_future_usage }),
    ...(shipping !== undefined && { shipping: shippingOf(shipping) }),
  });
  return confirmIntent(tx, id, {
    method: namedMethod(tx, params),
    offSession: params.off_session,
    returnUrl: params.return_url,
    failsWhenAsked: params.error_on_requires_action,
  });
}

/** Ends an intent that nothing was taken by. */
export function cancelIntent(
  tx: Tx,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const intent = tx.need("payment_intent", id);
  if (["succeeded", "canceled", "processing"].includes(intent.status))
    throw invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action.`,
      undefined,
      "payment_intent_unexpected_state",
    );
  const canceled = tx.change("payment_intent", id, {
    status: "canceled",
    canceled_at: tx.now,
    cancellation_reason: reason,
    next_action: null,
  });
  tx.emit("payment_intent.canceled", canceled);
  return canceled;
}
