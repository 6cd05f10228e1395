import type Stripe from "stripe";
import { z } from "zod";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { mergeMetadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { customerOf } from "./attach";
import { confirmSetup } from "./confirm-setup";
import { namedMethod } from "./create-intent";
import { createSetup } from "./create-setup";
import { setupIntentConfirmation, setupIntentCreation, setupIntentUpdate } from "./intent-schema";

const PATH = "/v1/setup_intents";
const reason = z.enum(["abandoned", "duplicate", "requested_by_customer"]).optional();
const filters = listParameters({ customer: text().optional(), payment_method: text().optional() });

/** Setup intents: a payment method saved without a payment. */
export const setupIntents: Resource = {
  routes: [
    post(PATH, setupIntentCreation, (tx, { params, legacy }) => {
      const intent = createSetup(tx, params, legacy);
      return params.confirm ? confirmSetup(tx, intent.id, { returnUrl: params.return_url }) : intent;
    }),
    get(PATH, filters, (tx, { params }) =>
      listPage(
        tx,
        "setup_intent",
        PATH,
        params,
        (intent) =>
          (params.customer === undefined || idOf(intent.customer) === params.customer) &&
          (params.payment_method === undefined || idOf(intent.payment_method) === params.payment_method),
      ),
    ),
    get(`${PATH}/:id`, parameters({ client_secret: text().optional() }), (tx, { path }) =>
      tx.need("setup_intent", path.id ?? ""),
    ),
    post(`${PATH}/:id`, setupIntentUpdate, (tx, { path, params }) => update(tx, path.id ?? "", params)),
    post(`${PATH}/:id/confirm`, setupIntentConfirmation, (tx, { path, params }) =>
      confirmSetup(tx, path.id ?? "", { method: namedMethod(tx, params), returnUrl: params.return_url }),
    ),
    post(`${PATH}/:id/cancel`, parameters({ cancellation_reason: reason }), (tx, { path, params }) =>
      cancelSetup(tx, path.id ?? "", params.cancellation_reason ?? null),
    ),
  ],
};

function update(tx: Tx, id: string, params: z.output<typeof setupIntentUpdate>): Stripe.SetupIntent {
  const intent = tx.need("setup_intent", id);
  const method = namedMethod(tx, params);
  return tx.change("setup_intent", id, {
    ...(params.customer !== undefined && { customer: customerOf(tx, params.customer).id }),
    ...(params.description !== undefined && { description: params.description }),
    ...(method && { payment_method: method.id, status: "requires_confirmation" as const }),
    metadata: mergeMetadata(intent.metadata ?? {}, params.metadata),
  });
}

/** Ends a setup that saved nothing. */
export function cancelSetup(
  tx: Tx,
  id: string,
  why: Stripe.SetupIntent.CancellationReason | null,
): Stripe.SetupIntent {
  const intent = tx.need("setup_intent", id);
  if (["succeeded", "canceled", "processing"].includes(intent.status))
    throw invalid(
      `You cannot cancel this SetupIntent because it has a status of ${intent.status}.`,
      undefined,
      "setup_intent_unexpected_state",
    );
  const fields = { status: "canceled" as const, cancellation_reason: why, next_action: null };
  const canceled = tx.change("setup_intent", id, fields);
  tx.emit("setup_intent.canceled", canceled);
  return canceled;
}
