import { all, html, type Html } from "./layout";
import { field, type Filled } from "./fields";
import { ROUTING_NUMBER, TEST_ACCOUNTS, TEST_CARDS } from "./test-numbers";

const COUNTRIES = [
  ["US", "United States"],
  ["AT", "Austria"],
  ["AU", "Australia"],
  ["CA", "Canada"],
  ["CH", "Switzerland"],
  ["DE", "Germany"],
  ["ES", "Spain"],
  ["FR", "France"],
  ["GB", "United Kingdom"],
  ["IE", "Ireland"],
  ["IN", "India"],
  ["IT", "Italy"],
  ["JP", "Japan"],
  ["NL", "Netherlands"],
] as const;

/** Where a card is from, before anybody says so. */
export const HOME = "US";

/** The fields of a card, with the test numbers at hand. */
export function cardFields(filled: Filled): Html {
  return html`${field(filled, {
      name: "number",
      label: "Card number",
      mode: "numeric",
      autocomplete: "cc-number",
      placeholder: "1234 1234 1234 1234",
    })}
    <div class="pair">
      ${field(filled, { name: "expiry", label: "Expiry", mode: "numeric", autocomplete: "cc-exp", placeholder: "MM / YY" })}
      ${field(filled, { name: "cvc", label: "CVC", mode: "numeric", autocomplete: "cc-csc", placeholder: "CVC" })}
    </div>
    ${field(filled, { name: "name", label: "Name on card", autocomplete: "cc-name" })} ${countryField(filled)}
    ${hint("Test cards", TEST_CARDS, "fill")}`;
}

/** The fields of a US bank account. */
export function bankFields(filled: Filled): Html {
  return html`${field(filled, { name: "holder", label: "Account holder", autocomplete: "name" })}
    ${field(filled, { name: "routing", label: "Routing number", mode: "numeric", placeholder: ROUTING_NUMBER })}
    ${field(filled, { name: "account", label: "Account number", mode: "numeric" })}
    <p class="small muted">A debit takes a while: it is confirmed or refused later.</p>
    ${hint("Test accounts", TEST_ACCOUNTS, "fill_account")}`;
}

function countryField({ values }: Filled): Html {
  const chosen = values.country ?? HOME;
  return html`<div>
    <label for="country">Country</label>
    <select id="country" name="country" autocomplete="country">
      ${all(
        COUNTRIES,
        ([code, name]) =>
          html`<option value="${code}" ${code === chosen ? html`selected` : ""}>${name}</option>`,
      )}
    </select>
  </div>`;
}

function hint(title: string, numbers: typeof TEST_CARDS, button: string): Html {
  return html`<details class="hint">
    <summary>${title}</summary>
    <p class="small muted">Any name, any CVC, any date to come.</p>
    <ul>
      ${all(
        numbers,
        ({ number, what }) =>
          html`<li>
            <span class="small"><code>${number}</code><br /><span class="muted">${what}</span></span>
            <button
              class="quiet slim"
              name="${button}"
              value="${number}"
              aria-label="Fill in ${number}: ${what}"
            >
              Fill in
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}
