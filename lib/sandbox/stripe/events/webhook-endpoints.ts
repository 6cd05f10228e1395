import type Stripe from "stripe";
import { z } from "zod";
import { listPage, listParameters } from "../server/paginate";
import { clearable, flag, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { del, get, post, type Resource } from "../server/route";
import { newId, randomLetters } from "../store/ids";
import type { Tx } from "../tx";

const PATH = "/v1/webhook_endpoints";
const enabledEvents = z.array(text()).min(1);
const creation = parameters({
  api_version: text().optional(),
  description: clearable(text()).optional(),
  enabled_events: enabledEvents,
  metadata: metadata().optional(),
  url: z.url(),
});
const update = parameters({
  description: clearable(text()).optional(),
  disabled: flag().optional(),
  enabled_events: enabledEvents.optional(),
  metadata: metadata().optional(),
  url: z.url().optional(),
});

/** Webhook endpoints: where events are sent to. The signing secret is told when one is made, and never again. */
export const webhookEndpoints: Resource = {
  routes: [
    post(PATH, creation, (tx, { params }) => {
      const secret = `whsec_${randomLetters(32)}`;
      return { ...createEndpoint(tx, newId("we"), params, secret), secret };
    }),
    get(PATH, listParameters({}), (tx, { params }) => listPage(tx, "webhook_endpoint", PATH, params)),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("webhook_endpoint", path.id ?? "")),
    post(`${PATH}/:id`, update, (tx, { path, params }) => {
      const endpoint = tx.need("webhook_endpoint", path.id ?? "");
      const { disabled, metadata: change, ...fields } = params;
      return tx.change("webhook_endpoint", endpoint.id, {
        ...fields,
        ...(disabled !== undefined && { status: disabled ? "disabled" : "enabled" }),
        metadata: mergeMetadata(endpoint.metadata, change),
      });
    }),
    del(`${PATH}/:id`, parameters({}), (tx, { path }) => {
      const { id } = tx.need("webhook_endpoint", path.id ?? "");
      tx.forget("webhook_endpoint", id);
      tx.forget("_secret", id);
      for (const delivery of tx.all("_delivery"))
        if (delivery.endpoint === id) tx.forget("_delivery", delivery.id);
      return { id, object: "webhook_endpoint", deleted: true };
    }),
  ],
};

/** Has the events of these types sent to an address, signed with the secret. */
export function createEndpoint(
  tx: Tx,
  id: string,
  params: Omit<z.output<typeof creation>, "api_version"> & { api_version?: string },
  secret: string,
): Stripe.WebhookEndpoint {
  tx.remember("_secret", id, { secret });
  return tx.put("webhook_endpoint", {
    id,
    object: "webhook_endpoint",
    api_version: params.api_version ?? null,
    application: null,
    created: tx.get("webhook_endpoint", id)?.created ?? tx.now,
    description: params.description ?? null,
    enabled_events: params.enabled_events,
    livemode: false,
    metadata: params.metadata ?? {},
    status: "enabled",
    url: params.url,
  });
}
