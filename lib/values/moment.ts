import { addDays, isUtcDay, startOfDay } from "./time";

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)Z?$/;

/**
 * A moment as people and links name it, in UTC: "2026-11-10" is the end of that day, "2026-11-10T14:03" that minute's first millisecond. Null for what
 * is none.
 */
export function parseMoment(text: string): Date | null {
  if (isUtcDay(text)) return new Date(startOfDay(addDays(text, 1)).getTime() - 1);
  const [, day = "", time = ""] = MOMENT.exec(text) ?? [];
  if (!isUtcDay(day)) return null;
  const at = new Date(`${day}T${time}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
