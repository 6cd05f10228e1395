import { z } from "zod";
import { listPage, listParameters, pageOf } from "../server/paginate";
import { mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { idOf } from "../store/ids";
import { authenticatePages } from "./authenticate-pages";
import { checkoutReactions } from "./complete-session";
import { checkoutControl } from "./control";
import { checkoutPages } from "./pages";
import { createSession } from "./create-session";
import { expireSession } from "./expire-session";
import { creation } from "./session-schema";

const PATH = "/v1/checkout/sessions";
const filters = listParameters({
  customer: text().optional(),
  customer_details: parameters({ email: text() }).optional(),
  payment_intent: text().optional(),
  status: z.enum(["open", "complete", "expired"]).optional(),
});

/** Checkout sessions: a page on which somebody pays once, or saves a card. */
export const checkoutSessions: Resource = {
  routes: [
    post(PATH, creation, (tx, { params, legacy }) => createSession(tx, params, legacy)),
    get(PATH, filters, (tx, { params }) =>
      listPage(
        tx,
        "checkout.session",
        PATH,
        params,
        (session) =>
          (params.customer === undefined || idOf(session.customer) === params.customer) &&
          (params.customer_details === undefined ||
            session.customer_details?.email === params.customer_details.email) &&
          (params.payment_intent === undefined || idOf(session.payment_intent) === params.payment_intent) &&
          (params.status === undefined || session.status === params.status),
      ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("checkout.session", path.id ?? "")),
    post(`${PATH}/:id`, parameters({ metadata: metadata().optional() }), (tx, { path, params }) => {
      const session = tx.need("checkout.session", path.id ?? "");
      return tx.change("checkout.session", session.id, {
        metadata: mergeMetadata(session.metadata ?? {}, params.metadata),
      });
    }),
    post(`${PATH}/:id/expire`, parameters({}), (tx, { path }) => expireSession(tx, path.id ?? "")),
    get(`${PATH}/:id/line_items`, listParameters({}).omit({ created: true }), (tx, { path, params }) => {
      const { id } = tx.need("checkout.session", path.id ?? "");
      return pageOf(tx.get("_checkout", id)?.items ?? [], `${PATH}/${id}/line_items`, params);
    }),
  ],
  reactions: checkoutReactions,
  pages: (app, sandbox) => {
    checkoutPages(app, sandbox);
    checkoutControl(app, sandbox);
    authenticatePages(app, sandbox);
  },
  tasks: {
    "checkout.expire": (tx, id) => {
      if (tx.get("checkout.session", id)?.status === "open") expireSession(tx, id);
    },
  },
  includes: {
    "checkout.session": {
      line_items: (tx, { id }) =>
        pageOf(tx.get("_checkout", id)?.items ?? [], `${PATH}/${id}/line_items`, {}),
    },
  },
};
