import type { Context } from "hono";
import { type Html, notice, show } from "../pages/layout";
import { readValues } from "../pages/read-form";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../server/errors";
import { listPage } from "../server/paginate";
import type { Resource } from "../server/route";
import type { Tx } from "../tx";
import { ACTIONS, actionOf } from "./actions";
import { SHOWN, type Shown, shownKind } from "./kinds";
import { callsView, callView, deliveriesView, frame, listView, objectView } from "./views";

const PER_PAGE = 50;

/** What is in the sandbox, for people: objects, events on their way, calls. */
export const dashboard: Resource = {
  pages: (app, sandbox) => {
    app.get("/", (c) => showList(c, sandbox, "event"));
    app.get("/objects/:kind", (c) => showList(c, sandbox, c.req.param("kind")));
    app.get("/objects/:kind/:id", (c) => showObject(c, sandbox, null));
    app.post("/objects/:kind/:id", async (c) => {
      const kind = shownKind(c.req.param("kind"));
      const { action = "" } = await readValues(c);
      const verb = kind && actionOf(kind, action);
      if (!verb) return showObject(c, sandbox, "That cannot be done here.");
      try {
        sandbox.transact((tx) => verb.run(tx, c.req.param("id")));
      } catch (error) {
        if (error instanceof StripeError) return showObject(c, sandbox, error.message);
        throw error;
      }
      return c.redirect(c.req.path, 303);
    });
    // As Stripe's own dashboard calls it, so that a link to a payment there is one to it here.
    app.get("/payments/:id", (c) =>
      c.redirect(`/objects/payment_intent/${encodeURIComponent(c.req.param("id"))}`),
    );
    app.get("/calls", (c) =>
      inFrame(c, sandbox, "calls", "Calls", callsView(sandbox.calls.all().slice(-200).reverse())),
    );
    app.get("/calls/:request", (c) => {
      const call = sandbox.calls.all().find(({ requestId }) => requestId === c.req.param("request"));
      return call ? inFrame(c, sandbox, "calls", "Call", callView(call)) : absent(c);
    });
  },
};

function showList(c: Context, sandbox: Sandbox, name: string) {
  const kind = shownKind(name);
  if (!kind) return absent(c);
  const after = c.req.query("after");
  const known = after !== undefined && sandbox.read((tx) => tx.get(kind, after)) ? after : undefined;
  const page = sandbox.read((tx) => listPage(tx, kind, "", { limit: PER_PAGE, starting_after: known }));
  const last = page.data.at(-1)?.id;
  const path = `/objects/${kind}`;
  const [, label] = SHOWN.find(([one]) => one === kind) ?? [kind, kind];
  const older = page.has_more && last !== undefined ? `${path}?after=${last}` : null;
  return inFrame(c, sandbox, kind, label, listView(label, page.data, older, known ? path : null));
}

function showObject(c: Context, sandbox: Sandbox, alert: string | null) {
  const kind = shownKind(c.req.param("kind") ?? "");
  const id = c.req.param("id") ?? "";
  const found = kind && sandbox.read((tx) => lookUp(tx, kind, id));
  if (!kind || !found) return absent(c);
  return inFrame(c, sandbox, kind, id, objectView(id, found.object, found.actions, alert, found.more));
}

function lookUp(tx: Tx, kind: Shown, id: string) {
  const object = tx.get(kind, id);
  if (!object) return null;
  const actions = (ACTIONS[kind] ?? []).filter(({ fits }) => fits(tx, id));
  if (kind !== "event") return { object, actions, more: "" as const };
  const open = tx
    .all("_delivery")
    .filter(({ event }) => event === id)
    .map((delivery) => ({
      ...delivery,
      url: tx.get("webhook_endpoint", delivery.endpoint)?.url ?? delivery.endpoint,
    }));
  return { object, actions, more: deliveriesView(tx.need("event", id), open) };
}

function inFrame(c: Context, sandbox: Sandbox, here: Shown | "calls", title: string, body: Html) {
  const counts = sandbox.read((tx) => new Map(SHOWN.map(([kind]) => [kind, tx.all(kind).length])));
  return show(c, { title, body: frame(here, counts, body), shape: "wide" });
}

function absent(c: Context) {
  const body = notice("There is nothing here", "The link is wrong, or the sandbox was emptied.", {
    href: "/",
    label: "To the dashboard",
  });
  return show(c, { title: "Not found", body, status: 404 });
}
