import type Stripe from "stripe";
import { html, type Html } from "../pages/layout";
import { moment, money } from "../pages/money";
import { ACCOUNT } from "./account";

/** The receipt of a charge. */
export function receiptView(charge: Stripe.Charge): Html {
  const { amount, amount_refunded: refunded, currency, payment_method_details: details, status } = charge;
  const paidWith = details?.card ?? details?.us_bank_account;
  const brand = details?.card?.brand ?? details?.us_bank_account?.bank_name ?? "";
  return html`<main class="card paper stack-loose">
    <div>
      <h1>Receipt from ${ACCOUNT.name}</h1>
      <p class="amount">${money(amount, currency)}</p>
      <p class="muted">
        ${status === "succeeded" ? "Paid" : status === "pending" ? "On its way" : "Failed"}
        ${moment(charge.created)}
      </p>
    </div>
    <dl class="facts">
      ${
        charge.receipt_number
          ? html`<dt>Receipt number</dt>
              <dd>${charge.receipt_number}</dd>`
          : ""
      }
      <dt>Payment method</dt>
      <dd>${brand} •••• ${paidWith?.last4 ?? ""}</dd>
      ${
        charge.description
          ? html`<dt>For</dt>
              <dd>${charge.description}</dd>`
          : ""
      }
      <dt>Charge</dt>
      <dd><code>${charge.id}</code></dd>
    </dl>
    <dl class="totals">
      <dt>Amount charged</dt>
      <dd>${money(amount, currency)}</dd>
      ${
        refunded > 0
          ? html`<dt>Refunded</dt>
              <dd>${money(-refunded, currency)}</dd>`
          : ""
      }
      <dt class="due">Paid in all</dt>
      <dd class="due">${money((charge.paid ? amount : 0) - refunded, currency)}</dd>
    </dl>
  </main>`;
}
