import { plural } from "@/lib/values/display/count";

/** An age as people say it: 40 seconds, 3 minutes, 5 hours, 2 days. Always rounded down. */
export function inWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return plural(whole, "second");
  if (whole < 7_200) return plural(Math.floor(whole / 60), "minute");
  if (whole < 172_800) return plural(Math.floor(whole / 3_600), "hour");
  return plural(Math.floor(whole / 86_400), "day");
}

/** When something was: "3 minutes ago", and "just now" in the first seconds. */
export function agoInWords(seconds: number): string {
  return seconds < 5 ? "just now" : `${inWords(seconds)} ago`;
}
