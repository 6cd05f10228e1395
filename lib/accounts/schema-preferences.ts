import { z } from "zod";
import { NUMBER_STYLES } from "@/lib/values/display/number-style";
import { THEMES } from "@/lib/values/display/theme";

const ThemeName = z.enum(THEMES, "is not a theme");

/** How a person wants to see the console. */
export const Preferences = z.strictObject({
  theme: ThemeName,
  numberStyle: z.enum(NUMBER_STYLES, "is not a way to write numbers"),
  /** An IANA name; empty is the time zone of the browser. */
  timeZone: z.string().max(64, "is not a time zone").refine(isTimeZone, "is not a time zone"),
  hasShortcuts: z.boolean(),
});
export type Preferences = z.output<typeof Preferences>;

export const ThemeChoice = z.strictObject({ theme: ThemeName });

/** Whether times can be shown in it, here and by every browser: an IANA name, and no bare offset. */
function isTimeZone(name: string): boolean {
  if (name === "") return true;
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
