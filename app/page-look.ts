import { cookies, headers } from "next/headers";
import { THEMES, type Theme } from "@/lib/values/display/theme";
import { styleOf, writtenStyle } from "@/lib/values/display/number-style";
import { currentPerson } from "@/lib/web/session";

interface PageLook {
  theme: Theme;
  /** For the page's script, so that it writes numbers as the server did. */
  numbers: string | undefined;
  timeZone: string | undefined;
}

/** How the person who looks wants to see every page; without one, or without the database, as the device says. */
export async function pageLook(): Promise<PageLook> {
  const [person, kept, sent] = await Promise.all([currentPerson().catch(() => null), cookies(), headers()]);
  const remembered = THEMES.find((theme) => theme === kept.get("ecu_theme")?.value);
  if (!person) return { theme: remembered ?? "system", numbers: undefined, timeZone: undefined };
  const { theme, numberStyle, timeZone } = person.preferences;
  return {
    theme,
    numbers: writtenStyle(styleOf(numberStyle, sent.get("accept-language"))),
    timeZone: timeZone || undefined,
  };
}
