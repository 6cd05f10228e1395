import { invalid } from "@/lib/values/refusal";

/**
 * The moment at which something happened to a running instance: now, or when the caller says. What is settled stays settled: a moment before the
 * open cycle counts as its begin.
 * @throws Refusal `invalid_request` for one that is to come
 */
export function momentOf(said: string | undefined, from: Date, now: Date): Date {
  const at = said === undefined ? now : new Date(said);
  if (at > now) throw invalid("at", "lies in the future");
  return at < from ? from : at;
}
