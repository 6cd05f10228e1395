import type { Context } from "@/lib/values/context";
import { nextLink } from "@/lib/values/next-link";
import type { EventAnswer, EventsQuery } from "./schema-events";
import { listUsageEvents } from "./usage-events";
import { usageAsked } from "./usage-query";

/** One page of usage events as a plain array. The header `Link: …; rel="next"` names the next page, as `before` does. */
export async function usageEventsPage(
  ctx: Context,
  { limit, before, ...query }: EventsQuery,
  url: string,
): Promise<{ body: EventAnswer[]; headers?: Record<string, string> }> {
  const { rows, next } = await listUsageEvents(ctx, usageAsked(query), { before, limit });
  return { body: rows, ...nextLink(url, next) };
}
