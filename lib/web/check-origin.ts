import { Refusal } from "@/lib/values/refusal";

/**
 * A server action runs only for a page of our own. Next compares a foreign Origin, but lets a missing one pass: here a
 * missing, opaque ("null") or foreign Origin is refused.
 * @throws Refusal `forbidden`
 */
export function checkOrigin(headers: Pick<Headers, "get">): void {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (
    origin === null ||
    origin === "null" ||
    host === null ||
    !URL.canParse(origin) ||
    new URL(origin).host !== host
  ) {
    throw new Refusal(
      "forbidden",
      "This was not sent from a page of this console. Reload the page and try again.",
    );
  }
}
