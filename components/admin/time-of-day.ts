/** A time of the day as people write it, "9:05" or "14:30", as "HH:MM"; nothing is its beginning, and what is no time is null. */
export function timeOfDay(text: string): string | null {
  const written = text.trim();
  if (written === "") return "00:00";
  return /^([01]?[0-9]|2[0-3]):[0-5][0-9]$/.test(written) ? written.padStart(5, "0") : null;
}
