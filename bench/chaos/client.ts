import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "@/prisma/seed/random";

/** What goes wrong between a client and the product. */
const LOST = 0.05;
const DUPLICATED = 0.05;
const PATIENCE_MS = 120_000;

export interface Answer {
  status: number;
  body: unknown;
}

/**
 * A client of the API whose network is bad: responses get lost and are asked for again with the same key, requests arrive twice, and a retry may go to
 * another process. It gives up on nothing: an operation ends with an answer that is final.
 */
export class Client {
  sent = 0;
  retries = 0;
  lost = 0;
  duplicated = 0;

  constructor(
    readonly urls: readonly string[],
    readonly key: string,
    readonly chance: Chance,
  ) {}

  /** Sends until there is a final answer: a success, or a refusal that would not change. */
  async send(accountId: string, path: string, idempotencyKey: string, body: unknown): Promise<Answer>;
  /** The same, with less patience. @returns null when it is over */
  async send(
    accountId: string,
    path: string,
    idempotencyKey: string,
    body: unknown,
    patienceMs: number,
  ): Promise<Answer | null>;
  async send(
    accountId: string,
    path: string,
    idempotencyKey: string,
    body: unknown,
    patienceMs?: number,
  ): Promise<Answer | null> {
    const deadline = Date.now() + (patienceMs ?? PATIENCE_MS);
    for (let attempt = 0; ; attempt++) {
      const request = () => this.#request(accountId, path, idempotencyKey, body);
      const twice = this.chance.next() < DUPLICATED;
      const [answer, copy] = await Promise.all([request(), twice ? request() : null]);
      if (twice) this.duplicated += 1;
      const lost = this.chance.next() < LOST;
      const final = [answer, copy].find((each) => each && isFinal(each));
      if (final && !lost) return final;
      if (final) this.lost += 1;
      if (Date.now() > deadline && patienceMs !== undefined) return null;
      if (Date.now() > deadline)
        throw new Error(
          `${path} got no final answer in ${PATIENCE_MS / 1_000} s, the last was ${JSON.stringify(answer)}`,
        );
      this.retries += 1;
      await wait(Math.min(1_000, 20 * 2 ** Math.min(attempt, 6)));
    }
  }

  async #request(
    accountId: string,
    path: string,
    idempotencyKey: string,
    body: unknown,
  ): Promise<Answer | null> {
    try {
      const response = await this.fetch(accountId, path, body, {
        headers: { "idempotency-key": idempotencyKey },
        signal: AbortSignal.timeout(15_000),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      // Refused, reset, cut in the middle, or silent: the outcome is unknown.
      return null;
    }
  }

  /** One request to one of the processes. */
  fetch(
    accountId: string,
    path: string,
    body: unknown,
    { headers, signal }: { headers?: Record<string, string>; signal: AbortSignal },
  ): Promise<Response> {
    this.sent += 1;
    const url = this.urls[Math.floor(this.chance.next() * this.urls.length)] ?? "";
    const named = {
      authorization: `Bearer ${this.key}`,
      "content-type": "application/json",
      "ecu-account": accountId,
    };
    return fetch(url + path, {
      method: "POST",
      headers: { ...named, ...headers },
      body: JSON.stringify(body),
      signal,
    });
  }
}

/** Server faults and limits pass; so does the same request being worked on by another process. */
function isFinal({ status, body }: Answer): boolean {
  if (status >= 500 || status === 429) return false;
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return code !== "request_in_progress";
}
