import { html, type Html, raw } from "../pages/layout";
import { PREFIXES } from "../store/kinds";
import { shownKind } from "./kinds";

/** An object as JSON, in which ids lead to what they belong to. */
export function jsonView(object: unknown): Html {
  // The text is split at what looks like an id; each piece is escaped by itself.
  const pieces = JSON.stringify(object, null, 2).split(/("(?:cs_test|[a-z]+)_[A-Za-z0-9]+")/);
  return html`<pre>${pieces.map((piece, index) => (index % 2 === 1 ? linked(piece) : html`${piece}`))}</pre>`;
}

/** Where an object is shown, by its id; null for what is shown nowhere. */
export function hrefOf(id: string): string | null {
  const kind = shownKind(PREFIXES[/^[a-z]+/.exec(id)?.[0] ?? ""] ?? "");
  return kind ? `/objects/${kind}/${id}` : null;
}

function linked(quoted: string): Html {
  const id = quoted.slice(1, -1);
  const href = hrefOf(id);
  return href ? html`${raw("&quot;")}<a href="${href}">${id}</a>${raw("&quot;")}` : html`${quoted}`;
}
