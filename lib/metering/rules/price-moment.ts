import { addDays, isUtcDay, startOfDay } from "@/lib/values/time";

/** The moment that a URL names: a time, or the last of a UTC day. Undefined for what is neither: a link never fails for a mistyped day. */
export function priceMoment(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  if (isUtcDay(text)) return new Date(startOfDay(addDays(text, 1)).getTime() - 1);
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : null;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}
