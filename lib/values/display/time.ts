import { isUtcDay, startOfDay, type UtcDay } from "../time";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

function month(at: Date): string {
  return MONTHS[at.getUTCMonth()] ?? "";
}

function two(value: number): string {
  return value.toString().padStart(2, "0");
}

/** "21 Nov 2026, 14:03 UTC". */
export function displayTime(at: Date): string {
  return `${displayDate(at)}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} UTC`;
}

/** "21 Nov 2026, 14:03", for columns whose head says UTC. */
export function displayTimeOfColumn(at: Date): string {
  return displayTime(at).replace(/ UTC$/, "");
}

/** "21 Nov 2026, 14:03:07.250 UTC", for those who compare with a log. */
export function displayExactTime(at: Date): string {
  return `${displayDate(at)}, ${at.toISOString().slice(11, 23)} UTC`;
}

/** "21 Nov 14:03", for columns whose head says UTC, and whose rows are of these days. */
export function displayShortTime(at: Date): string {
  return `${at.getUTCDate()} ${month(at)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** "21 Nov 2026, 15:03:07 GMT+1, your time (Europe/Berlin)": in a reader's own time zone, or in that of their browser. */
export function displayLocalTime(at: Date, timeZone: string | undefined): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "long",
    ...(timeZone && { timeZone }),
  });
  return `${format.format(at)}, your time (${format.resolvedOptions().timeZone})`;
}

function displayDate(at: Date): string {
  return `${at.getUTCDate()} ${month(at)} ${at.getUTCFullYear()}`;
}

/** "21 Nov 2026". */
export function displayDay(day: UtcDay): string {
  return displayDate(startOfDay(day));
}

/** "21 Nov". */
export function displayShortDay(day: UtcDay): string {
  const at = startOfDay(day);
  return `${at.getUTCDate()} ${month(at)}`;
}

/** "Nov 2026" for any day of it. */
export function displayMonth(day: UtcDay): string {
  const at = startOfDay(day);
  return `${month(at)} ${at.getUTCFullYear()}`;
}

/** "23 Oct – 21 Nov 2026", or one day. */
export function displayRange(from: UtcDay, to: UtcDay): string {
  if (from === to) return displayDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${startOfDay(from).getUTCDate()} – ${displayDay(to)}`;
  const start = from.slice(0, 4) === to.slice(0, 4) ? displayShortDay(from) : displayDay(from);
  return `${start} – ${displayDay(to)}`;
}

/** "1 – 21 Oct", for days of a year that is plain. */
export function displayShortRange(from: UtcDay, to: UtcDay): string {
  if (from === to) return displayShortDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${startOfDay(from).getUTCDate()} – ${displayShortDay(to)}`;
  return `${displayShortDay(from)} – ${displayShortDay(to)}`;
}

/** The day that somebody wrote, as they read days or as programs write them: "21 Nov 2026", "21 november 2026", "2026-11-21". Null for what is none. */
export function readDay(text: string): UtcDay | null {
  const words = text.trim();
  if (isUtcDay(words)) return words;
  const [, day = "", name = "", year = ""] = /^(\d{1,2})[ .]+([a-z]{3,9})[ .,]+(\d{4})$/i.exec(words) ?? [];
  const at = MONTHS.findIndex((short) => name.toLowerCase().startsWith(short.toLowerCase()));
  const found = `${year}-${two(at + 1)}-${day.padStart(2, "0")}`;
  return at >= 0 && isUtcDay(found) ? found : null;
}
