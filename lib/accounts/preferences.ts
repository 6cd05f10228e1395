import { prisma } from "@/lib/db/client";
import type { Person } from "./find-session";
import type { Preferences } from "./schema-preferences";

/** Keeps how a person wants to see the console, wherever they sign in. */
export async function savePreferences(
  { userId }: Pick<Person, "userId">,
  { theme, numberStyle, timeZone, hasShortcuts }: Preferences,
): Promise<void> {
  await prisma().user.update({
    where: { id: userId },
    data: { theme, numberStyle, timeZone, hasShortcuts },
  });
}

/** Keeps the theme alone, which is chosen from the header. */
export async function saveTheme(
  { userId }: Pick<Person, "userId">,
  { theme }: Pick<Preferences, "theme">,
): Promise<void> {
  await prisma().user.update({ where: { id: userId }, data: { theme } });
}
