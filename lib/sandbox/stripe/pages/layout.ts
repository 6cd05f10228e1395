import type { Context } from "hono";
import { html, raw } from "hono/html";
import { STYLE, STYLE_PATH } from "./style";

/** A piece of HTML in which all text is escaped. */
export type Html = ReturnType<typeof html>;

export interface Page {
  title: string;
  body: Html;
  /** `wide` for tables, `split` for a summary beside a form; else one narrow column. */
  shape?: "wide" | "split";
  /** Where a form of the page may lead in the end, besides the sandbox itself. */
  leadsTo?: (string | null)[];
  status?: 404 | 410;
}

/** Answers with a page: no script runs in it, and it loads nothing but its style. */
export function show(
  c: Context,
  { title, body, shape, leadsTo = [], status }: Page,
): Response | Promise<Response> {
  const targets = ["'self'", ...leadsTo.flatMap((url) => (url ? [new URL(url).origin] : []))].join(" ");
  c.header(
    "content-security-policy",
    `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action ${targets}`,
  );
  c.header("x-content-type-options", "nosniff");
  // Without any, a browser would send forms with the origin "null", which is refused.
  c.header("referrer-policy", "same-origin");
  c.header("cache-control", "no-store");
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} · Stripe sandbox</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="${STYLE_PATH}" />
        </head>
        <body class="${shape ?? "narrow"}">
          <aside class="strip" aria-label="About this page">
            <strong>Sandbox: no real money.</strong> Nothing here reaches a bank.
          </aside>
          ${body}
        </body>
      </html>`,
    status ?? 200,
  );
}

/** The style of all pages. */
export function sendStyle(c: Context): Response {
  c.header("content-type", "text/css; charset=utf-8");
  c.header("cache-control", "max-age=3600");
  return c.body(STYLE);
}

/** What is nowhere, or over: a heading, a sentence, and a way out where there is one. */
export function notice(heading: string, text: string, way?: { href: string; label: string } | null): Html {
  return html`<main class="card notice">
    <h1>${heading}</h1>
    <p>${text}</p>
    ${way ? html`<p><a class="button quiet" href="${way.href}">${way.label}</a></p>` : ""}
  </main>`;
}

/** Pieces one after the other. */
export function all<T>(items: readonly T[], piece: (item: T, index: number) => Html): Html[] {
  return items.map(piece);
}

export { html, raw };
