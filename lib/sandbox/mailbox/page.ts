import type { Message } from "./messages";

const STYLE = `
:root { color-scheme: light dark; --text: #18181b; --muted: #63636b; --line: #e4e4e7; --page: #fafafa; --card: #ffffff; --link: #1d4ed8; }
@media (prefers-color-scheme: dark) { :root { --text: #f4f4f5; --muted: #a1a1aa; --line: #2e2e33; --page: #131316; --card: #1b1b1f; --link: #93c5fd; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 1.25rem; }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; flex-wrap: wrap; }
h1 { font-size: 1.25rem; margin: 0; overflow-wrap: anywhere; }
p, time, dt { color: var(--muted); }
a { color: var(--link); }
ul { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
li + li { border-top: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .8rem 1rem; color: inherit; text-decoration: none; }
li a:hover, li a:focus-visible { background: var(--page); }
li strong { font-weight: 600; overflow-wrap: anywhere; }
li span { color: var(--muted); overflow-wrap: anywhere; grid-row: 2; }
iframe { width: 100%; height: 34rem; border: 1px solid var(--line); border-radius: 10px; background: #ffffff; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem 1rem; margin: 0 0 1.25rem; }
dd { margin: 0; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .75rem 0; font-weight: 600; }`;

/** The list of mails, newest first. */
export function listPage(messages: readonly Message[]): string {
  const items = messages.map(
    ({ id, subject, to, received_at }) =>
      `<li><a href="/messages/${id}"><strong>${escape(subject)}</strong>${time(received_at)}<span>${escape(to.join(", "))}</span></a></li>`,
  );
  const body =
    items.length > 0
      ? `<ul>${items.join("")}</ul>`
      : "<p>No mail yet. What Ecu sends on this machine arrives here, and nowhere else.</p>";
  return page(
    "Mailbox",
    `<header><h1>Mailbox</h1><p>${count(messages.length)}</p></header><main>${body}</main>`,
  );
}

/** One mail: as people see it (without scripts), its text, its headers. */
export function messagePage(message: Message): string {
  const { id, subject, from, to, received_at, html, text, headers } = message;
  const lines = headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return page(
    subject,
    `<header><h1>${escape(subject)}</h1><a href="/">All mail</a></header><main>
    <dl><dt>From</dt><dd>${escape(from)}</dd><dt>To</dt><dd>${escape(to.join(", "))}</dd><dt>Received</dt><dd>${time(received_at)}</dd></dl>
    ${html === null ? "" : `<iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${id}/html"></iframe>`}
    <details${html === null ? " open" : ""}><summary>Text</summary><pre>${escape(text)}</pre></details>
    <details><summary>Headers</summary><pre>${escape(lines)}</pre></details></main>`,
  );
}

export function notFoundPage(): string {
  return page("Not found", `<header><h1>There is no such mail</h1><a href="/">All mail</a></header>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Ecu mailbox</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function count(messages: number): string {
  return messages === 1 ? "1 mail" : `${messages} mails`;
}

function time(iso: string): string {
  return `<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
