import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { testPerson } from "@/lib/testing/people";
import { findSession } from "./find-session";
import { savePreferences, saveTheme } from "./preferences";
import { Preferences } from "./schema-preferences";

it("what a person prefers is theirs at the next request, and nobody else's", async () => {
  const [{ person }, other] = [await testPerson(), await testPerson()];
  expect(person.preferences).toEqual({
    theme: "system",
    numberStyle: "browser",
    timeZone: "",
    hasShortcuts: true,
  });
  const preferences = Preferences.parse({
    theme: "dark",
    numberStyle: "point",
    timeZone: "Europe/Berlin",
    hasShortcuts: false,
  });
  await savePreferences(person, preferences);
  expect((await findSession(person.sessionId, 1))?.preferences).toEqual(preferences);
  await saveTheme(person, { theme: "light" });
  expect((await findSession(person.sessionId, 1))?.preferences).toEqual({ ...preferences, theme: "light" });
  expect((await findSession(other.person.sessionId, 1))?.preferences).toEqual(other.person.preferences);
});

it("a time zone is one that times can be shown in", () => {
  const reads = (timeZone: unknown) =>
    Preferences.safeParse({ theme: "dark", numberStyle: "comma", timeZone, hasShortcuts: true }).success;
  for (const zone of ["", "UTC", "Asia/Kolkata", "America/Argentina/Ushuaia", "Etc/GMT+5"])
    expect(reads(zone)).toBe(true);
  for (const zone of ["Berlin", "+02:00", "Europe/Nowhere", "a".repeat(65), "Europe/Berlin\0", 1])
    expect(reads(zone)).toBe(false);
});

it.each([
  { theme: "pink" },
  { numberStyle: "roman" },
  { timeZone: "Europe/Berlin; drop" },
  { timeZone: "a".repeat(65) },
])("the database refuses %o", async (data) => {
  const { person } = await testPerson();
  await expect(prisma().user.update({ where: { id: person.userId }, data })).rejects.toThrow();
});
