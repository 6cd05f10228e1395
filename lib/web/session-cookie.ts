import { decode } from "next-auth/jwt";
import { findSession, type Person } from "@/lib/accounts/find-session";
import { withView } from "@/lib/backoffice/views/find-view";
import { env } from "@/lib/env";

/** Served over TLS: then the browser keeps the cookies from plain HTTP and from other hosts. */
export const secure = (env().NEXTAUTH_URL ?? "").startsWith("https://");

export const SESSION_COOKIE = secure ? "__Host-ecu-session" : "ecu-session";
/** The account that the person looked at last. It grants nothing: membership is checked on each request. */
export const ACCOUNT_COOKIE = "ecu_account";

/** What the signed and encrypted cookie says. Whether it still holds is asked of the database. */
export interface SessionClaims {
  sid: string;
  ver: number;
}

/**
 * The person behind a session cookie, as the database knows them now; null without a session in force. An operator who views an account is
 * nobody else meanwhile: all doors learn who asks from here.
 */
export async function personOfCookie(cookie: string | undefined): Promise<Person | null> {
  const claims = cookie ? await readClaims(cookie) : null;
  const person = claims && (await findSession(claims.sid, claims.ver));
  return person?.isOperator ? withView(person) : person;
}

async function readClaims(token: string): Promise<SessionClaims | null> {
  const secret = env().NEXTAUTH_SECRET ?? "";
  // A cookie that cannot be decrypted is no session: forged, or sealed with a secret that was replaced.
  const claims = await decode({ token, secret }).catch(() => null);
  return typeof claims?.sid === "string" && typeof claims.ver === "number"
    ? { sid: claims.sid, ver: claims.ver }
    : null;
}
