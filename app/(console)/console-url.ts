import { headers } from "next/headers";

/** The address by which the reader reached the console, for commands that work when they are pasted. */
export async function consoleUrl(): Promise<string> {
  const sent = await headers();
  const host = sent.get("x-forwarded-host") ?? sent.get("host") ?? "localhost:3000";
  return `${sent.get("x-forwarded-proto") ?? "http"}://${host}`;
}
