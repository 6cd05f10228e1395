import type Stripe from "stripe";
import { ACCOUNT } from "../billing/account";
import type { LineItem } from "../billing/objects";
import { bankFields, cardFields } from "../pages/card-fields";
import { check, choice, enterButton, field, type Filled } from "../pages/fields";
import { all, html, type Html } from "../pages/layout";
import { methodName } from "../pages/method-name";
import { money } from "../pages/money";

interface View {
  session: Stripe.Checkout.Session;
  items: readonly LineItem[];
  /** Saved cards of the customer. */
  saved: readonly Stripe.PaymentMethod[];
  filled: Filled;
  /** Why the last attempt did not succeed. */
  alert: string | null;
}

/** The page on which somebody pays: what it is about on one side, how to pay on the other. */
export function checkoutView(view: View): Html {
  return html`<main class="split-page">${summary(view)} ${form(view)}</main>`;
}

function summary({ session, items }: View): Html {
  const { currency, total_details: details, amount_subtotal: subtotal, amount_total: total } = session;
  const way = session.cancel_url ? html`<p><a href="${session.cancel_url}">← Back</a></p>` : "";
  if (currency === null || total === null || subtotal === null)
    return html`<section class="summary" aria-labelledby="about">
      <div class="stack">
        ${way}
        <h1 id="about">Save a payment method</h1>
        <p class="muted">Nothing is charged now. It is kept for later payments.</p>
      </div>
    </section>`;
  return html`<section class="summary" aria-labelledby="about">
    <div class="stack-loose">
      ${way}
      <div>
        <h1 id="about" class="muted small">Pay ${ACCOUNT.name}</h1>
        <p class="amount">${money(total, currency)}</p>
      </div>
      <ul class="lines">
        ${all(items, (item) => line(item))}
      </ul>
      <dl class="totals">
        <dt>Subtotal</dt>
        <dd>${money(subtotal, currency)}</dd>
        ${tax(session, details?.amount_tax ?? 0, currency)}
        <dt class="due">Total due</dt>
        <dd class="due">${money(total, currency)}</dd>
      </dl>
    </div>
  </section>`;
}

function line({ description, quantity, price, amount_subtotal: amount, currency }: LineItem): Html {
  const each = price?.unit_amount ?? 0;
  return html`<li>
    <span>${description}</span><span class="num">${money(amount, currency)}</span>
    ${(quantity ?? 1) > 1 ? html`<span class="small muted">${quantity} × ${money(each, currency)}</span>` : ""}
  </li>`;
}

function tax(
  { automatic_tax: { enabled, status } }: Stripe.Checkout.Session,
  amount: number,
  currency: string,
): Html | "" {
  if (!enabled) return "";
  return html`<dt>Tax</dt>
    <dd>
      ${status === "complete" ? money(amount, currency) : html`<span class="muted">by your country</span>`}
    </dd>`;
}

function form({ session, saved, filled, alert }: View): Html {
  const { payment_method_types: types, amount_total: total, currency } = session;
  const chosen = filled.values.method ?? saved[0]?.id ?? types[0];
  const label = total !== null && currency ? `Pay ${money(total, currency)}` : "Save";
  return html`<section class="pay" aria-labelledby="how">
    <form method="post" class="stack" novalidate>
      ${enterButton()}
      <h2 id="how">${total === null ? "Payment method" : "Pay with"}</h2>
      ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ""} ${email(session, filled)}
      <fieldset>
        <legend class="first">How to pay</legend>
        <ul class="choices">
          ${all(saved, (method) =>
            choice("method", method.id, chosen === method.id, methodName(method), expiryOf(method)),
          )}
          ${types.includes("card") ? choice("method", "card", chosen === "card", saved.length > 0 ? "Another card" : "Card", "", cardFields(filled)) : ""}
          ${
            types.includes("us_bank_account")
              ? choice(
                  "method",
                  "us_bank_account",
                  chosen === "us_bank_account",
                  "US bank account",
                  "",
                  bankFields(filled),
                )
              : ""
          }
        </ul>
      </fieldset>
      ${
        session.saved_payment_method_options?.payment_method_save === "enabled"
          ? check(filled, "save", "Save for later payments")
          : ""
      }
      <button type="submit">
        ${session.automatic_tax.enabled && session.automatic_tax.status !== "complete" ? "Pay" : label}
      </button>
      ${session.cancel_url ? html`<a class="button quiet" href="${session.cancel_url}">Cancel</a>` : ""}
    </form>
  </section>`;
}

function email(
  { customer_email: fixed, customer_details: details, customer }: Stripe.Checkout.Session,
  filled: Filled,
): Html {
  const known = fixed ?? (customer ? details?.email : null);
  if (known) return html`<p class="row"><span class="muted">E-mail</span><span>${known}</span></p>`;
  return field(filled, {
    name: "email",
    label: "E-mail",
    type: "email",
    mode: "email",
    autocomplete: "email",
  });
}

function expiryOf({ card }: Stripe.PaymentMethod): string {
  return card ? `${String(card.exp_month).padStart(2, "0")} / ${String(card.exp_year).slice(-2)}` : "";
}
