import { displayCount } from "./count";

/** "26 h 5 min" of whole seconds; "under 1 min" for what is shorter, "0 min" for nothing. */
export function displayDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return seconds > 0 ? "under 1 min" : "0 min";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return `${displayCount(hours)} h${rest > 0 ? ` ${rest} min` : ""}`;
}
