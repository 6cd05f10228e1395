import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Stripe as it was when it was first asked: every answer is kept, and nothing can be changed through it. */
export interface FrozenStripe {
  url: string;
  /** The key that it has, made up for this run: whoever has no other learns nothing here. It passes the real one on to Stripe alone. */
  key: string;
  /** What was tried to be changed, as `POST /v1/refunds`. */
  refused: string[];
  close(): Promise<void>;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

const REFUSED = JSON.stringify({
  error: { type: "invalid_request_error", message: "The torture test changes nothing at Stripe." },
});

/** Stands before Stripe while its events are replayed: reads go through once, and writes not at all. */
export async function freezeStripe(base: string, realKey: string): Promise<FrozenStripe> {
  const key = `sk_test_${randomBytes(24).toString("hex")}`;
  const kept = new Map<string, Promise<Answer>>();
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    request.resume();
    // Any process of this machine may come here.
    if (request.headers.authorization !== `Bearer ${key}` || !path.startsWith("/")) {
      response.writeHead(401, { "content-type": "application/json" }).end(REFUSED);
      return;
    }
    if (request.method !== "GET") {
      refused.push(`${request.method} ${path.split("?")[0]}`);
      response.writeHead(403, { "content-type": "application/json" }).end(REFUSED);
      return;
    }
    const answer = kept.get(path) ?? ask(new URL(base.replace(/\/+$/, "") + path), request.headers, realKey);
    kept.set(path, answer);
    answer.then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      () => {
        // What could not be read is asked for again.
        kept.delete(path);
        response.writeHead(502).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, key, refused, close: () => close(server) };
}

async function ask(url: URL, headers: NodeJS.Dict<string | string[]>, key: string): Promise<Answer> {
  const passed = ["stripe-version", "stripe-account"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const response = await fetch(url, {
    headers: { ...Object.fromEntries(passed), authorization: `Bearer ${key}` },
  });
  // What is there, or is not, stays so; anything else may be otherwise a moment later.
  if (!response.ok && response.status !== 404) throw new Error(`Stripe answers ${response.status}`);
  const type = response.headers.get("content-type") ?? "application/json";
  return { status: response.status, type, body: await response.text() };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
