import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { checkSignIn } from "@/lib/accounts/check-sign-in";
import { openSession, SESSION_DAYS } from "@/lib/accounts/open-session";
import { endSession } from "@/lib/accounts/sessions";
import { env } from "@/lib/env";
import { Email, Password } from "@/lib/accounts/schema";
import { signInThrough } from "@/lib/accounts/sign-in-through";
import { newId } from "@/lib/values/ids";
import { identityOf, outsideProviders } from "./auth-providers";
import { log } from "./log";
import { refusalOf } from "./problem";
import { secure, SESSION_COOKIE } from "./session-cookie";
import { currentAttempt } from "./sign-in-attempt";

const Credentials = z.object({ email: Email, password: Password });

/** Sign-in: by e-mail and password, or through the providers of the environment. The cookie names a session row. */
export const authOptions: NextAuthOptions = {
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
  },
  providers: [
    CredentialsProvider({
      credentials: {
        email: { label: "E-mail", type: "email" },
        password: { label: "Password", type: "password" },
      },
      authorize: async (sent) => {
        const attempt = currentAttempt();
        const read = Credentials.safeParse(sent);
        if (!read.success) return null;
        try {
          const id = await checkSignIn({ ...read.data, address: attempt.address });
          log.info({ requestId: attempt.requestId, userId: id, address: attempt.address }, "signed in");
          return { id };
        } catch (error) {
          // Null says "not signed in"; why, the route says. The library would put a message into an address.
          attempt.refusal = refusalOf(error, attempt.requestId) ?? undefined;
          attempt.failed = true;
          const { requestId, address, refusal } = attempt;
          log.info({ requestId, address, code: refusal?.code }, "sign-in refused");
          return null;
        }
      },
    }),
    ...outsideProviders(),
  ],
  callbacks: {
    signIn: async ({ user, account, profile }) => {
      if (account?.type === "credentials") return true;
      const identity = account && profile && identityOf(account, profile);
      if (!identity) return false;
      const attempt = currentAttempt();
      try {
        user.id = await signInThrough(identity, attempt.requestId);
        return true;
      } catch (error) {
        attempt.refusal = refusalOf(error, attempt.requestId) ?? undefined;
        return "/sign-in?error=AccessDenied";
      }
    },
    jwt: async ({ token, user }) => {
      if (!user) return token;
      const { address, userAgent } = currentAttempt();
      const session = await openSession(user.id, { address, userAgent });
      return { sid: session.id, ver: session.version, jti: newId() };
    },
    // The console asks the database; what the library serves to a browser says no more than that there is a session.
    session: async ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === "string") await endSession(token.sid);
    },
  },
};
