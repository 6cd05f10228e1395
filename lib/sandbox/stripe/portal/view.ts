import type Stripe from "stripe";
import { ACCOUNT } from "../billing/account";
import type { Invoice } from "../billing/objects";
import { cardFields } from "../pages/card-fields";
import { check, enterButton, type Filled } from "../pages/fields";
import { all, html, type Html } from "../pages/layout";
import { methodName } from "../pages/method-name";
import { day, money } from "../pages/money";
import { idOf } from "../store/ids";

interface View {
  session: Stripe.BillingPortal.Session;
  customer: Stripe.Customer;
  methods: readonly Stripe.PaymentMethod[];
  invoices: readonly Invoice[];
  filled: Filled;
  alert: string | null;
}

/** What a customer sees of their own: cards and accounts, and invoices. */
export function portalView({ session, customer, methods, invoices, filled, alert }: View): Html {
  const first = idOf(customer.invoice_settings.default_payment_method);
  const adding = session.flow !== null || alert !== null || Object.keys(filled.values).length > 0;
  return html`<main class="stack-loose">
    ${session.return_url ? html`<p><a href="${session.return_url}">← Back</a></p>` : ""}
    <div>
      <h1>${ACCOUNT.name}: billing</h1>
      <p class="muted">${customer.name ?? ""} ${customer.email ?? ""}</p>
    </div>
    <section class="card stack" aria-labelledby="methods">
      <h2 id="methods">Payment methods</h2>
      ${
        methods.length === 0
          ? html`<p class="muted">Nothing is saved yet.</p>`
          : html`<ul class="lines">
              ${all(methods, (method) => methodLine(method, method.id === first))}
            </ul>`
      }
      <details ${adding ? html`open` : ""}>
        <summary>Add a card</summary>
        <form method="post" class="stack" novalidate>
          <input type="hidden" name="add" value="yes" />
          ${enterButton()} ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ""}
          ${cardFields(filled)} ${check(filled, "default", "Make it the default")}
          <button type="submit">Add card</button>
        </form>
      </details>
    </section>
    <section class="card stack" aria-labelledby="invoices">
      <h2 id="invoices">Invoices</h2>
      ${
        invoices.length === 0
          ? html`<p class="muted">There are no invoices.</p>`
          : html`<div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Number</th>
                    <th scope="col">Issued</th>
                    <th scope="col">State</th>
                    <th scope="col" class="num">Total</th>
                  </tr>
                </thead>
                <tbody>
                  ${all(invoices, (invoice) => invoiceRow(invoice))}
                </tbody>
              </table>
            </div>`
      }
    </section>
  </main>`;
}

function methodLine(method: Stripe.PaymentMethod, first: boolean): Html {
  const { card } = method;
  const name = methodName(method);
  const expiry = card ? `expires ${String(card.exp_month).padStart(2, "0")} / ${card.exp_year}` : "";
  return html`<li>
    <span
      >${name} ${first ? html`<span class="tag ok">Default</span>` : ""}<br /><span class="small muted"
        >${expiry}</span
      ></span
    >
    <form method="post" class="inline">
      ${first ? "" : html`<button class="quiet slim" name="first" value="${method.id}" aria-label="Make default: ${name}">Make default</button>`}
      <button class="danger slim" name="remove" value="${method.id}" aria-label="Remove ${name}">
        Remove
      </button>
    </form>
  </li>`;
}

function invoiceRow({ id, number, effective_at: issued, status, total, currency }: Invoice): Html {
  return html`<tr>
    <td><a href="/invoice/${id}">${number}</a></td>
    <td>${issued === null ? "" : day(issued)}</td>
    <td><span class="tag ${status === "paid" ? "ok" : ""}">${status}</span></td>
    <td class="num">${money(total, currency)}</td>
  </tr>`;
}
