import { contextOfKey, contextOfMember } from "@/lib/accounts/context-of";
import type { Person } from "@/lib/accounts/find-session";
import { chooseAccount } from "@/lib/accounts/rules/choose-account";
import { findKey } from "@/lib/accounts/find-key";
import { kindOfKey } from "@/lib/accounts/rules/key";
import type { Context } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";
import { addressOf } from "./address";
import { cookiesOf } from "./cookies";
import { countBadKey, countRequest } from "./rate-limits";
import { ACCOUNT_COOKIE, personOfCookie, SESSION_COOKIE } from "./session-cookie";

/** Who sends a request, and for which account: by API key, or by session for what the console itself reads. */
export async function authenticate(request: Request, requestId: string): Promise<Context> {
  const header = request.headers.get("authorization");
  return header === null ? bySession(request, requestId) : byKey(request, header, requestId);
}

async function byKey(request: Request, header: string, requestId: string): Promise<Context> {
  const key = /^Bearer +(\S+)$/i.exec(header.trim())?.[1] ?? "";
  const kind = kindOfKey(key);
  if (!kind) return refuseKey(request);
  const named = request.headers.get("ecu-account");
  const found = await findKey(key, named !== null && isUuid(named) ? named : null);
  if (!found) return refuseKey(request);
  await countRequest(found.id);
  const accountId = found.accountId ?? named;
  if (accountId === null) {
    throw new Refusal(
      "invalid_request",
      "A platform key names the account it acts on in the header Ecu-Account.",
      [{ field: "Ecu-Account", message: "is required" }],
    );
  }
  // An account key may name its account, but no other. A foreign and an absent account answer alike.
  if (!found.accountOpen || (named !== null && named !== accountId)) throw notFound("account");
  return contextOfKey(found, accountId, requestId);
}

async function refuseKey(request: Request): Promise<never> {
  await countBadKey(addressOf(request.headers));
  throw new Refusal(
    "unauthenticated",
    "The API key is not valid: it is mistyped, revoked or expired. Create one in Settings → API keys.",
  );
}

/** Who reads what the console itself shows. Nobody signed in, or a page of somebody else's, is refused as unauthenticated. */
export async function personOfSession(
  request: Request,
  advice = "Sign in, and open this in the same browser.",
): Promise<Person> {
  const person = isOwnFetch(request)
    ? await personOfCookie(cookiesOf(request.headers).get(SESSION_COOKIE))
    : null;
  if (!person) throw new Refusal("unauthenticated", advice);
  return person;
}

async function bySession(request: Request, requestId: string): Promise<Context> {
  const person = await personOfSession(request, "Send an API key: Authorization: Bearer ecu_…");
  const cookies = cookiesOf(request.headers);
  const named = request.headers.get("ecu-account") ?? new URL(request.url).searchParams.get("account");
  const accountId = chooseAccount(person, named, cookies.get(ACCOUNT_COOKIE));
  const ctx = accountId === null ? null : contextOfMember(person, accountId, requestId);
  if (!ctx) throw notFound("account");
  return ctx;
}

// A session reads and never writes here: writing is for server actions, which check the Origin.
function isOwnFetch(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return (
    (request.method === "GET" || request.method === "HEAD") &&
    (site === null || site === "same-origin" || site === "none")
  );
}
