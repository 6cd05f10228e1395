import type { ProviderSandbox } from "../sandbox";
import { formatAtto } from "../prices/atto";
import { masked } from "../server/authenticate";
import { costOf, type Generation } from "../store/generation";
import { sumsOf } from "./sums";

const SHOWN = 100;
const STYLE = `
:root { color-scheme: light dark; --text: #18181b; --muted: #63636b; --line: #e4e4e7; --page: #fafafa; --card: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --text: #f4f4f5; --muted: #a1a1aa; --line: #2e2e33; --page: #131316; --card: #1b1b1f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
p { color: var(--muted); max-width: 46rem; margin: 0 0 1rem; }
div { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; white-space: nowrap; }
th, td { text-align: left; padding: .5rem .8rem; }
th { color: var(--muted); font-weight: 500; font-size: 13px; }
tr + tr td, thead + tbody td { border-top: 1px solid var(--line); }
.n { text-align: right; }
code { font: 13px ui-monospace, monospace; }`;

/** What the sandbox is, and its newest calls. */
export function page({ generations }: ProviderSandbox): string {
  const all = generations.list();
  const { total } = sumsOf(all);
  const rows = all.slice(-SHOWN).toReversed().map(rowOf).join("");
  const table = `<div tabindex="0" role="region" aria-label="Newest calls"><table><thead><tr><th>Time (UTC)</th><th>Model</th><th>Key</th><th>State</th><th class="n">Prompt</th><th class="n">Cached</th><th class="n">Completion</th><th class="n">Cost (USD)</th><th>Generation</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Provider sandbox</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main><h1>Provider sandbox</h1>
<p>This stands in for a provider of models: it writes sentences of its own in place of a model, counts their tokens, and bills them at published prices. No real money moves. The gateway runs models here until a provider's key is set.</p>
<p>${total.calls} calls · ${total.promptTokens} prompt tokens · ${total.completionTokens} completion tokens · ${total.cost} USD</p>
${all.length > 0 ? table : "<p>There are no calls yet.</p>"}</main></body></html>`;
}

function rowOf(generation: Generation): string {
  const { id, key, model, state, startedAt, promptTokens, cachedTokens, completionTokens } = generation;
  const time = `<time datetime="${startedAt}">${startedAt.slice(0, 19).replace("T", " ")}</time>`;
  const numbers = [promptTokens, cachedTokens, completionTokens, formatAtto(costOf(generation).total)];
  const cells = [time, escape(model), `<code>${escape(masked(key))}</code>`, state].map(
    (cell) => `<td>${cell}</td>`,
  );
  return `<tr>${cells.join("")}${numbers.map((cell) => `<td class="n">${cell}</td>`).join("")}<td><code>${escape(id)}</code></td></tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
