import { z } from "zod";
import { customerOf } from "../payments/attach";
import { listPage, listParameters } from "../server/paginate";
import { clearable, flag, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { idOf, newId, randomLetters } from "../store/ids";
import { blankConfiguration, defaultConfiguration } from "./configuration";
import { portalPages } from "./pages";

const SESSIONS = "/v1/billing_portal/sessions";
const CONFIGURATIONS = "/v1/billing_portal/configurations";

const flow = parameters({
  type: z.enum(["payment_method_update"]),
  after_completion: parameters({
    type: z.enum(["redirect", "portal_homepage", "hosted_confirmation"]),
    redirect: parameters({ return_url: text() }).optional(),
    hosted_confirmation: parameters({ custom_message: text().optional() }).optional(),
  }).optional(),
});

const session = parameters({
  configuration: text().optional(),
  customer: text(),
  flow_data: flow.optional(),
  locale: text().optional(),
  return_url: text().optional(),
});

const configuration = parameters({
  business_profile: parameters({
    headline: clearable(text(60)).optional(),
    privacy_policy_url: text().optional(),
    terms_of_service_url: text().optional(),
  }).optional(),
  default_return_url: clearable(text()).optional(),
  features: parameters({
    customer_update: parameters({
      enabled: flag(),
      allowed_updates: clearable(
        z.array(z.enum(["address", "email", "name", "phone", "shipping", "tax_id"])),
      ).optional(),
    }).optional(),
    invoice_history: parameters({ enabled: flag() }).optional(),
    payment_method_update: parameters({ enabled: flag() }).optional(),
  }).optional(),
  metadata: metadata().optional(),
});

/** The portal, in which customers see to their cards and invoices. */
export const portal: Resource = {
  routes: [
    post(SESSIONS, session, (tx, { params }) => {
      const { flow_data: given } = params;
      const chosen =
        params.configuration === undefined
          ? defaultConfiguration(tx)
          : tx.need("billing_portal.configuration", params.configuration, "configuration");
      const made = tx.put("billing_portal.session", {
        id: newId("bps"),
        object: "billing_portal.session",
        configuration: chosen.id,
        created: tx.now,
        customer: customerOf(tx, params.customer).id,
        customer_account: null,
        flow: given
          ? {
              after_completion: {
                hosted_confirmation: given.after_completion?.hosted_confirmation
                  ? { custom_message: given.after_completion.hosted_confirmation.custom_message ?? null }
                  : null,
                redirect: given.after_completion?.redirect ?? null,
                type: given.after_completion?.type ?? "portal_homepage",
              },
              customer_update: null,
              subscription_cancel: null,
              subscription_pause: null,
              subscription_update: null,
              subscription_update_confirm: null,
              type: given.type,
            }
          : null,
        livemode: false,
        locale: params.locale ?? null,
        on_behalf_of: null,
        return_url: params.return_url ?? chosen.default_return_url,
        url: `${tx.url}/portal/${randomLetters(32)}`,
      });
      tx.remember("_portal", made.url.split("/").at(-1) ?? "", { session: made.id });
      tx.emit("billing_portal.session.created", made);
      return made;
    }),
    post(CONFIGURATIONS, configuration, (tx, { params }) => {
      defaultConfiguration(tx);
      const { features, business_profile: profile, metadata: pairs, ...fields } = params;
      const blank = blankConfiguration(tx, newId("bpc"), false);
      const { customer_update: update } = features ?? {};
      return tx.put("billing_portal.configuration", {
        ...blank,
        ...fields,
        business_profile: { ...blank.business_profile, ...profile },
        features: {
          ...blank.features,
          ...(update && {
            customer_update: { enabled: update.enabled, allowed_updates: update.allowed_updates ?? [] },
          }),
          ...(features?.invoice_history && { invoice_history: features.invoice_history }),
          payment_method_update: {
            enabled: features?.payment_method_update?.enabled ?? true,
            payment_method_configuration: null,
          },
        },
        metadata: mergeMetadata({}, pairs),
      });
    }),
    get(
      CONFIGURATIONS,
      listParameters({ active: flag().optional(), is_default: flag().optional() }).omit({ created: true }),
      (tx, { params }) => {
        defaultConfiguration(tx);
        return listPage(
          tx,
          "billing_portal.configuration",
          CONFIGURATIONS,
          params,
          (one) =>
            (params.active === undefined || one.active === params.active) &&
            (params.is_default === undefined || one.is_default === params.is_default),
        );
      },
    ),
    get(`${CONFIGURATIONS}/:id`, parameters({}), (tx, { path }) =>
      tx.need("billing_portal.configuration", idOf(path.id ?? "")),
    ),
  ],
  pages: portalPages,
};
