import type Stripe from "stripe";
import type { SeenCall } from "../control/calls";
import { all, html, type Html } from "../pages/layout";
import { moment } from "../pages/money";
import type { Delivery } from "../store/kinds";
import type { Action } from "./actions";
import { describe } from "./describe";
import { hrefOf, jsonView } from "./json-view";
import { SHOWN, type Shown } from "./kinds";

/** The frame of every page of the dashboard. `here` is what is looked at. */
export function frame(here: Shown | "calls" | null, counts: ReadonlyMap<Shown, number>, body: Html): Html {
  const current = html`aria-current="page"`;
  return html`<header class="stack">
      <h1>Stripe sandbox</h1>
      <nav aria-label="What there is">
        <ul>
          ${all(
            SHOWN,
            ([kind, label]) =>
              html`<li>
                <a href="/objects/${kind}" ${kind === here ? current : ""}
                  >${label} <span class="small">${counts.get(kind) ?? 0}</span></a
                >
              </li>`,
          )}
          <li><a href="/calls" ${here === "calls" ? current : ""}>Calls</a></li>
        </ul>
      </nav>
    </header>
    <main class="stack-loose">${body}</main>`;
}

interface Row {
  id: string;
  created?: number;
  date?: number;
}

/** A page of objects, newest first. */
export function listView(
  label: string,
  rows: readonly Row[],
  older: string | null,
  newest: string | null,
): Html {
  if (rows.length === 0)
    return html`<section class="card stack">
      <h2>${label}</h2>
      <p class="muted">There is nothing yet. What is made by the API or on a page stands here.</p>
    </section>`;
  return html`<section class="card stack">
    <h2>${label}</h2>
    ${table(
      ["Id", "What", "State", "Made"],
      rows.map((row) => {
        const { about, state } = describe(row);
        return html`<tr>
          <td>
            <a href="${hrefOf(row.id)}"><code>${row.id}</code></a>
          </td>
          <td>${about}</td>
          <td>${state ? html`<span class="tag">${state}</span>` : ""}</td>
          <td class="nowrap">${moment(row.created ?? row.date ?? 0)}</td>
        </tr>`;
      }),
    )}
    <p class="inline">
      ${newest ? html`<a class="button quiet slim" href="${newest}">Newest</a>` : ""}
      ${older ? html`<a class="button quiet slim" href="${older}">Older</a>` : ""}
    </p>
  </section>`;
}

/** One object: what can be done to it, and all of it. */
export function objectView(
  id: string,
  object: object,
  actions: readonly Action[],
  alert: string | null,
  more: Html | "" = "",
): Html {
  return html`<section class="card stack">
    <h2><code>${id}</code></h2>
    ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ""}
    ${
      actions.length === 0
        ? ""
        : html`<form method="post" class="inline">
            ${all(actions, ({ name, label }) => html`<button class="quiet slim" name="action" value="${name}">${label}</button>`)}
          </form>`
    }
    ${more} ${jsonView(object)}
  </section>`;
}

/** How an event fared on its way to each endpoint. */
export function deliveriesView(
  { pending_webhooks: pending }: Stripe.Event,
  open: readonly (Delivery & { url: string })[],
): Html {
  if (open.length === 0)
    return html`<p class="good">
      ${pending === 0 ? "Taken by every endpoint that asked for it." : "On its way."}
    </p>`;
  return table(
    ["Endpoint", "State", "Tries", "Last answer", "Next try"],
    open.map(
      ({ url, state, attempts, status, due }) =>
        html`<tr>
          <td><code>${url}</code></td>
          <td><span class="tag ${state === "given_up" ? "bad" : ""}">${state.replace("_", " ")}</span></td>
          <td class="num">${attempts}</td>
          <td>${status === null ? "none" : status === 0 ? "no answer" : status}</td>
          <td class="nowrap">${state === "waiting" ? moment(due) : ""}</td>
        </tr>`,
    ),
  );
}

/** What was called, newest first. */
export function callsView(calls: readonly SeenCall[]): Html {
  return html`<section class="card stack">
    <h2>Calls</h2>
    <p class="muted">The last ${calls.length} calls of the API since the sandbox was started.</p>
    ${table(
      ["Call", "Answer", "Request", "When"],
      calls.map(
        ({ method, path, status, replayed, requestId, at }) =>
          html`<tr>
            <td>
              <a href="/calls/${requestId}"><code>${method} ${path}</code></a>
            </td>
            <td>
              <span class="tag ${(status ?? 0) < 400 && status !== null ? "ok" : "bad"}"
                >${status ?? "broken off"}</span
              >
              ${replayed ? "repeated" : ""}
            </td>
            <td><code>${requestId}</code></td>
            <td class="nowrap">${at.slice(0, 19).replace("T", " ")} UTC</td>
          </tr>`,
      ),
    )}
  </section>`;
}

/** One call: what was asked, and what was answered. */
export function callView({
  method,
  path,
  params,
  answer,
  idempotencyKey,
  status,
  requestId,
}: SeenCall): Html {
  return html`<section class="card stack">
    <h2><code>${method} ${path}</code></h2>
    <dl class="facts">
      <dt>Request</dt>
      <dd><code>${requestId}</code></dd>
      <dt>Answer</dt>
      <dd>${status ?? "broken off"}</dd>
      <dt>Idempotency key</dt>
      <dd>${idempotencyKey ? html`<code>${idempotencyKey}</code>` : "none"}</dd>
    </dl>
    <h3>Parameters</h3>
    ${jsonView(params)}
    <h3>Answer</h3>
    ${jsonView(answer)}
  </section>`;
}

/** A table that scrolls by itself where the window is narrow. */
export function table(heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table">
    <table>
      <thead>
        <tr>
          ${all(heads, (head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
