import type Stripe from "stripe";
import { bankFields, cardFields } from "../pages/card-fields";
import { choice, enterButton, type Filled } from "../pages/fields";
import { all, html, type Html } from "../pages/layout";
import { methodName } from "../pages/method-name";
import { day, money } from "../pages/money";
import { ACCOUNT } from "./account";
import type { Invoice, InvoiceLine } from "./objects";

interface View {
  invoice: Invoice;
  intent: Stripe.PaymentIntent | undefined;
  /** What the customer has saved. */
  saved: readonly Stripe.PaymentMethod[];
  filled: Filled;
  alert: string | null;
}

/** The page of an invoice: what it is for, and how to pay it while it is open. */
export function invoiceView(view: View): Html {
  const { invoice, intent } = view;
  return html`<main class="split-page">
    <section class="summary" aria-labelledby="about">
      <div class="stack-loose">
        <div>
          <h1 id="about" class="muted small">Invoice from ${ACCOUNT.name}</h1>
          <p class="amount">${money(invoice.total, invoice.currency)}</p>
          <p class="muted">${dueText(invoice)}</p>
        </div>
        ${facts(invoice)} ${lines(invoice)}
        <p><a href="/invoice/${invoice.id}/print">View the invoice to print</a></p>
      </div>
    </section>
    <section class="pay" aria-labelledby="how">
      ${
        invoice.status !== "open"
          ? html`<div class="stack"><h2 id="how">${stateText(invoice)}</h2></div>`
          : intent?.status === "processing"
            ? html`<div class="stack">
                <h2 id="how">The payment is on its way</h2>
                <p>The bank takes a while to confirm or refuse a debit.</p>
              </div>`
            : form(view)
      }
    </section>
  </main>`;
}

/** An invoice as it would be printed. */
export function paperView(invoice: Invoice): Html {
  return html`<main class="card paper stack-loose">
    <div class="row">
      <h1>Invoice</h1>
      <p class="tag">${stateText(invoice)}</p>
    </div>
    <p><strong>${ACCOUNT.name}</strong></p>
    ${facts(invoice)} ${invoice.description ? html`<p>${invoice.description}</p>` : ""} ${lines(invoice)}
    ${invoice.footer ? html`<p class="small muted">${invoice.footer}</p>` : ""}
    <p class="no-print"><a href="/invoice/${invoice.id}">Back to the page of the invoice</a></p>
  </main>`;
}

function facts(invoice: Invoice): Html {
  const {
    effective_at: issued,
    due_date: due,
    custom_fields: fields,
    customer_name: name,
    customer_email: email,
  } = invoice;
  const to = name ?? email;
  return html`<dl class="facts">
    <dt>Number</dt>
    <dd>${invoice.number}</dd>
    ${
      to
        ? html`<dt>To</dt>
            <dd>${to}${name && email ? html`, ${email}` : ""}</dd>`
        : ""
    }
    <dt>Issued</dt>
    <dd>${issued === null ? "" : day(issued)}</dd>
    ${
      due === null
        ? ""
        : html`<dt>Due</dt>
            <dd>${day(due)}</dd>`
    }
    ${all(
      fields ?? [],
      ({ name: label, value }) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function lines(invoice: Invoice): Html {
  const { currency, subtotal, total, amount_paid: paid, amount_remaining: left } = invoice;
  const tax = total - subtotal;
  return html`<ul class="lines">
      ${all(invoice.lines.data, (line) => lineView(line))}
    </ul>
    <dl class="totals">
      <dt>Subtotal</dt>
      <dd>${money(subtotal, currency)}</dd>
      ${
        tax === 0
          ? ""
          : html`<dt>Tax</dt>
              <dd>${money(tax, currency)}</dd>`
      }
      <dt>Total</dt>
      <dd>${money(total, currency)}</dd>
      ${
        paid === 0
          ? ""
          : html`<dt>Paid</dt>
              <dd>${money(-paid, currency)}</dd>`
      }
      <dt class="due">Amount due</dt>
      <dd class="due">${money(invoice.status === "void" ? 0 : left, currency)}</dd>
    </dl>`;
}

function lineView({ description, amount, currency, quantity }: InvoiceLine): Html {
  return html`<li>
    <span>${description ?? "Item"}</span><span class="num">${money(amount, currency)}</span>
    ${(quantity ?? 1) > 1 ? html`<span class="small muted">Quantity ${quantity}</span>` : ""}
  </li>`;
}

function form({ invoice, intent, saved, filled, alert }: View): Html {
  const types = intent?.payment_method_types ?? ["card"];
  const usable = saved.filter(({ type }) => types.includes(type));
  const chosen = filled.values.method ?? usable[0]?.id ?? "card";
  return html`<form method="post" class="stack" novalidate>
    ${enterButton()}
    <h2 id="how">Pay with</h2>
    ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ""}
    <ul class="choices">
      ${all(usable, (method) => choice("method", method.id, chosen === method.id, methodName(method)))}
      ${types.includes("card") ? choice("method", "card", chosen === "card", usable.length > 0 ? "Another card" : "Card", "", cardFields(filled)) : ""}
      ${types.includes("us_bank_account") ? choice("method", "us_bank_account", chosen === "us_bank_account", "US bank account", "", bankFields(filled)) : ""}
    </ul>
    <button type="submit">Pay ${money(invoice.amount_remaining, invoice.currency)}</button>
  </form>`;
}

function dueText({ status, due_date: due }: Invoice): string {
  if (status === "open" && due !== null) return `Due ${day(due)}`;
  return status === "paid" ? "Paid" : status === "void" ? "Void" : "";
}

function stateText({ status, status_transitions: { paid_at: paid } }: Invoice): string {
  if (status === "paid") return paid === null ? "Paid" : `Paid on ${day(paid)}`;
  if (status === "void") return "Void: nothing has to be paid";
  return status === "uncollectible" ? "Given up" : "To be paid";
}
