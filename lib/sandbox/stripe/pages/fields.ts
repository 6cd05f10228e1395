import { html, type Html } from "./layout";

/** What a form was sent with, and what is wrong with it, by field. */
export interface Filled {
  values: Record<string, string>;
  errors: Record<string, string>;
}

export const BLANK: Filled = { values: {}, errors: {} };

interface Field {
  name: string;
  label: string;
  type?: "text" | "email";
  /** What kind of keyboard a telephone shows. */
  mode?: "numeric" | "email" | "text";
  autocomplete?: string;
  placeholder?: string;
}

/** A labelled field with its fault below it. */
export function field(
  filled: Filled,
  { name, label, type = "text", mode, autocomplete, placeholder }: Field,
): Html {
  const error = filled.errors[name];
  return html`<div>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${filled.values[name] ?? ""}"
      inputmode="${mode ?? "text"}"
      autocomplete="${autocomplete ?? "off"}"
      placeholder="${placeholder ?? ""}"
      spellcheck="false"
      ${error ? html`aria-invalid="true" aria-describedby="${name}-error"` : ""}
    />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ""}
  </div>`;
}

/** A box to tick, with what it means. */
export function check(filled: Filled, name: string, label: string): Html {
  return html`<label class="check">
    <input type="checkbox" name="${name}" value="yes" ${filled.values[name] === "yes" ? html`checked` : ""} />
    <span>${label}</span>
  </label>`;
}

/** One of several ways, with what belongs to it shown while it is chosen. */
export function choice(
  group: string,
  value: string,
  chosen: boolean,
  label: Html | string,
  note = "",
  details?: Html,
): Html {
  return html`<li>
    <label class="choice">
      <input type="radio" name="${group}" value="${value}" ${chosen ? html`checked` : ""} />
      <span>${label}</span>${note ? html`<span class="small muted">${note}</span>` : ""}
    </label>
    ${details ? html`<div class="details stack">${details}</div>` : ""}
  </li>`;
}

/** A hidden first button, so that Enter pays and does not fill in a test number. */
export function enterButton(): Html {
  return html`<button class="first" type="submit" tabindex="-1" aria-hidden="true">Submit</button>`;
}
