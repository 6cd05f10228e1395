import { encode } from "next-auth/jwt";
import { vi } from "vitest";
import type { Person } from "@/lib/accounts/find-session";
import { env } from "@/lib/env";
import { SESSION_COOKIE } from "@/lib/web/session-cookie";

/** What a browser sends along: set before calling a server action. Stands in for Next's request, not for our code. */
export const browser = { cookies: new Map<string, string>(), headers: new Headers() };

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) =>
      browser.cookies.has(name) ? { name, value: browser.cookies.get(name) } : undefined,
    set: (name: string, value: string) => void browser.cookies.set(name, value),
  }),
  headers: async () => browser.headers,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

/** A browser of our own page, with the person's session or none. */
export async function browseAs(person: Person | null): Promise<void> {
  browser.cookies = new Map(person ? [[SESSION_COOKIE, await sessionCookie(person)]] : []);
  browser.headers = new Headers({
    host: "console.test",
    origin: "http://console.test",
    "x-forwarded-for": "192.0.2.1",
  });
}

/** The sealed cookie of a person's session. */
export function sessionCookie(person: Pick<Person, "sessionId">, version = 1): Promise<string> {
  return encode({ token: { sid: person.sessionId, ver: version }, secret: env().NEXTAUTH_SECRET ?? "" });
}
