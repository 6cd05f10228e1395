import type Stripe from "stripe";
import { invalid } from "../server/errors";
import { listPage, listParameters } from "../server/paginate";
import { flag, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { z } from "zod";
import type { Tx } from "../tx";

const PATH = "/v1/events";
/** How long events are kept. */
export const EVENT_SECONDS = 30 * 86_400;

const filters = listParameters({
  delivery_success: flag().optional(),
  type: text().optional(),
  types: z.array(text()).max(20).optional(),
});

/** Events of the last thirty days, and whether all endpoints have taken them. */
export const events: Resource = {
  routes: [
    get(PATH, filters, (tx, { params }) => {
      if (params.type !== undefined && params.types)
        throw invalid("You may pass either `type` or `types`, but not both.", "types");
      const undelivered = undeliveredOf(tx);
      return listPage(
        tx,
        "event",
        PATH,
        params,
        (event) =>
          event.created > tx.now - EVENT_SECONDS &&
          (params.type === undefined || fits(event.type, params.type)) &&
          (params.types === undefined || params.types.includes(event.type)) &&
          (params.delivery_success === undefined || params.delivery_success !== undelivered.has(event.id)),
      );
    }),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("event", path.id ?? "")),
    // What the official command line calls to have an event sent again.
    post(`${PATH}/:id/retry`, parameters({ webhook_endpoint: text().optional() }), (tx, { path, params }) =>
      resend(tx, path.id ?? "", params.webhook_endpoint),
    ),
  ],
};

/** Sends an event again, to all endpoints that are switched on or to one. */
export function resend(tx: Tx, id: string, endpoint?: string): Stripe.Event {
  const event = tx.need("event", id);
  const endpoints = endpoint
    ? [tx.need("webhook_endpoint", endpoint, "webhook_endpoint")]
    : tx.all("webhook_endpoint").filter(({ status }) => status === "enabled");
  for (const delivery of tx.all("_delivery"))
    if (delivery.event === id && endpoints.some((one) => one.id === delivery.endpoint))
      tx.forget("_delivery", delivery.id);
  for (const one of endpoints) tx.deliver(id, one.id);
  const pending = tx.all("_delivery").filter((delivery) => delivery.event === id).length;
  return pending === event.pending_webhooks ? event : tx.change("event", id, { pending_webhooks: pending });
}

/** Ids of the events that wait for an endpoint or that one has never taken. */
export function undeliveredOf(tx: Tx): Set<string> {
  return new Set(tx.all("_delivery").map(({ event }) => event));
}

/** `charge.*` names all types that begin so. */
function fits(type: string, wanted: string): boolean {
  return wanted.endsWith(".*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
