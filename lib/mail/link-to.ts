import { env } from "@/lib/env";

/** The full address of a page of the console, for mails. */
export function linkTo(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).toString();
}
