import { type Dispatcher, request } from "undici";
import { readRetryAfter } from "../rules/schedule";
import { faultOf } from "./fault-of";

const MOST_MS = 15_000;
const ANSWER_BYTES = 4_096;
const ANSWER_LENGTH = 500;

/** What became of one attempt. */
export interface Attempted {
  tookMs: number;
  /** What was answered; null where nothing was. */
  status: number | null;
  /** Why there is no answer. */
  error: string | null;
  /** The beginning of what was answered. */
  answer: string;
  retryAfterMs: number | null;
}

/** Posts a message once and never throws: whatever happens to it belongs into the log. */
export async function postMessage(
  agent: Dispatcher,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Attempted> {
  const began = performance.now();
  const tookMs = () => Math.round(performance.now() - began);
  try {
    const response = await request(url, {
      method: "POST",
      dispatcher: agent,
      body,
      headers: { "content-type": "application/json", "user-agent": "Ecu-Webhooks/1.0", ...headers },
      signal: AbortSignal.timeout(MOST_MS),
    });
    const answer = await beginningOf(response.body).catch(() => "");
    const retryAfter = response.headers["retry-after"];
    return {
      tookMs: tookMs(),
      status: response.statusCode,
      error: null,
      answer,
      retryAfterMs: readRetryAfter(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter, new Date()),
    };
  } catch (error) {
    return { tookMs: tookMs(), status: null, error: faultOf(error), answer: "", retryAfterMs: null };
  }
}

async function beginningOf(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // The rest is nobody's concern, however long it is.
    if (size >= ANSWER_BYTES) break;
  }
  body.destroy();
  const text = Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString("utf8");
  return text
    .replace(/[^\P{C}\n\t]/gu, "\u00b7")
    .slice(0, ANSWER_LENGTH)
    .trim();
}
