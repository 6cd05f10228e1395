const KEY = "idempotency-key";
const LONGEST_WAIT_MS = 60_000;

/** How a client tries again. */
export interface RetryOptions {
  /** How often a request is sent again, at most; 4 if nothing else is said. */
  retries?: number;
  /** About how long it waits before the first of these; it doubles each time. 250 ms if nothing else is said. */
  firstWaitMs?: number;
  /** How long one try may take; 60 s if nothing else is said. */
  timeoutMs?: number;
}

/**
 * A fetch that sends a request again when it got no answer, or one that says "not now": 408, 429, 5xx, or 409 while the first try is still being
 * worked on. A POST carries one Idempotency-Key through all of its tries, so that it has one effect and one answer.
 */
export function retryingFetch({
  retries = 4,
  firstWaitMs = 250,
  timeoutMs = 60_000,
}: RetryOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === "POST" && !request.headers.has(KEY)) request.headers.set(KEY, crypto.randomUUID());
    for (let tried = 0; ; tried++) {
      const answer = await attempt(request, timeoutMs);
      const last = tried >= retries || request.signal.aborted;
      if (answer instanceof Response && (last || !(await isNotNow(answer)))) return answer;
      if (!(answer instanceof Response) && last) throw answer.error;
      const backOffMs = firstWaitMs * 2 ** tried * (0.5 + Math.random() / 2);
      const askedMs = answer instanceof Response ? retryAfterMs(answer) : 0;
      if (answer instanceof Response && askedMs > LONGEST_WAIT_MS) return answer;
      if (answer instanceof Response) await answer.body?.cancel();
      await wait(Math.max(backOffMs, askedMs), request.signal);
    }
  };
}

/** One try. An answer in JSON is read to its end, because it may still be cut off. */
async function attempt(request: Request, timeoutMs: number): Promise<Response | { error: unknown }> {
  try {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(request.clone(), { signal });
    if (!response.headers.get("content-type")?.includes("json")) return response;
    const { status, statusText, headers } = response;
    return new Response(await response.arrayBuffer(), { status, statusText, headers });
  } catch (error) {
    return { error };
  }
}

async function isNotNow(response: Response): Promise<boolean> {
  const { status } = response;
  if (status !== 409) return status === 408 || status === 429 || status >= 500;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return (
    typeof problem === "object" &&
    problem !== null &&
    "code" in problem &&
    problem.code === "request_in_progress"
  );
}

/** What `Retry-After` asks for, in seconds or as a date. */
function retryAfterMs(response: Response): number {
  const asked = response.headers.get("retry-after");
  if (asked === null) return 0;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now();
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

/** @throws what the caller's signal was aborted with */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
