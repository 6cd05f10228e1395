import { z } from "zod";
import { CliFault } from "../output";

/** Where to meter: the API of an installation. */
export interface MeterTarget {
  url: string;
  key: string;
  /** Needed with a platform key. */
  accountId: string | null;
}

const Answer = z.object({
  results: z.array(
    z.object({
      result: z.enum(["charged", "unbilled", "replayed", "refused"]),
      detail: z.string().optional(),
    }),
  ),
});
export type MeterAnswer = z.output<typeof Answer>["results"][number];

const ATTEMPTS = 8;

/**
 * Meters a batch of events through the API. A request that got no answer, or a "not now", is sent again: known ids are not charged twice.
 * @throws CliFault with the API's own words when it refuses
 */
export async function meter(
  { url, key, accountId }: MeterTarget,
  events: readonly object[],
): Promise<MeterAnswer[]> {
  const body = JSON.stringify({ events });
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${key}`,
    ...(accountId !== null && { "ecu-account": accountId }),
  };
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(new URL("/api/v1/usage-events", url), {
      method: "POST",
      headers,
      body,
    }).catch((error: unknown) => {
      if (attempt === ATTEMPTS)
        throw new CliFault(
          `${url} does not answer: ${error instanceof Error ? error.message : "unknown fault"}`,
        );
      return null;
    });
    if (response?.ok) return Answer.parse(await response.json()).results;
    if (response && (!isPassing(response.status) || attempt === ATTEMPTS))
      throw new CliFault(await words(response));
    const wait = Number(response?.headers.get("retry-after") ?? 0) * 1_000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, 100 * 2 ** attempt)));
  }
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

async function words(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return `${response.status}: ${z.object({ detail: z.string() }).parse(JSON.parse(text)).detail}`;
  } catch {
    return `${response.status}: ${text.slice(0, 200)}`;
  }
}
