import {
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as http,
} from "node:http";
import { Agent as HttpsAgent, request as https } from "node:https";

/** Where a call goes, and with whose key. */
export interface Address {
  /** Up to and without what is called; no slash at the end. */
  baseUrl: string;
  key: string;
}

/** An answer that has begun. */
export interface Sent {
  status: number;
  headers: IncomingHttpHeaders;
  body: IncomingMessage;
}

// Connections are kept as long as the other side says. Nothing is ever sent twice: a call that was lost may have been billed.
const AGENTS = { "http:": new HttpAgent({ keepAlive: true }), "https:": new HttpsAgent({ keepAlive: true }) };

/**
 * Sends a request, and gives the answer once it begins. Plain sockets in place of `fetch`, which gives up after five minutes of silence.
 * @throws whatever the socket says, or the signal's reason
 */
export function send(
  { baseUrl, key }: Address,
  path: string,
  { body, signal }: { body?: unknown; signal: AbortSignal },
): Promise<Sent> {
  const url = new URL(baseUrl + path);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const request = (secure ? https : http)(url, {
      method: payload === undefined ? "GET" : "POST",
      agent: AGENTS[secure ? "https:" : "http:"],
      signal,
      headers: {
        authorization: `Bearer ${key}`,
        accept: "application/json, text/event-stream",
        "accept-encoding": "identity",
        ...(payload !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
        }),
      },
    });
    request.on("error", reject);
    request.once("response", (answer) => {
      resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: answer });
    });
    request.end(payload);
  });
}

/** Reads an answer to its end. @throws when it breaks, or is longer than that many bytes */
export async function readText(body: IncomingMessage, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > maxBytes) throw new Error(`the provider's answer is longer than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
