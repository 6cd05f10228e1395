import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Messages } from "./messages";
import { listPage, messagePage, notFoundPage } from "./page";

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// A mail may show pictures and styles of its own, and runs nothing.
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The mailbox for people (`/`) and for scripts (`GET` and `DELETE /api/messages`). */
export function serve(messages: Messages): Server {
  return createServer((request, response) => {
    answer(messages, request, response).catch(() => response.destroy());
  });
}

async function answer(messages: Messages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another site must reach this neither by a name of its own that leads here nor by a form.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!["127.0.0.1", "localhost", "[::1]"].includes(host))
    return send(response, 403, "text/plain", "Only for this machine.");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://mailbox");
  if (request.method === "DELETE" && pathname === "/api/messages") {
    if (request.headers.origin) return send(response, 403, "text/plain", "Not from a browser.");
    await messages.clear();
    return send(response, 204, "text/plain", "");
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, "text/plain", "Only GET.");
  if (pathname === "/") return send(response, 200, "text/html", listPage(messages.all()));
  if (pathname === "/api/messages") return sendList(messages, searchParams.get("to"), response);
  const [, id = "", html] = /^\/(?:api\/)?messages\/([\w-]+)(\/html)?$/.exec(pathname) ?? [];
  const message = messages.find(id);
  if (!message) return send(response, 404, "text/html", notFoundPage());
  if (pathname.startsWith("/api/")) return send(response, 200, "application/json", JSON.stringify(message));
  if (html) return send(response, 200, "text/html", message.html ?? "", MAIL_POLICY);
  return send(response, 200, "text/html", messagePage(message));
}

function sendList(messages: Messages, to: string | null, response: ServerResponse): void {
  const wanted = to?.toLowerCase();
  const found = messages
    .all()
    .filter((message) => !wanted || message.to.some((address) => address.toLowerCase() === wanted));
  send(response, 200, "application/json", JSON.stringify({ messages: found }));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  policy: string = PAGE_POLICY,
): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(body);
}
