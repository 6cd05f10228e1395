"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { notFound } from "@/lib/values/refusal";
import { action } from "@/lib/web/action";
import { ACCOUNT_COOKIE, secure, SESSION_COOKIE } from "@/lib/web/session-cookie";
import { acceptInvitation } from "../accept-invitation";
import { openAccount as openOwnAccount } from "../open-account";
import { requestPasswordReset, resetPassword } from "../password-reset";
import { changePassword, renamePerson } from "../person";
import { savePreferences as keepPreferences, saveTheme as keepTheme } from "../preferences";
import { sendAddressLink } from "../prove-address";
import * as schema from "../schema";
import { Preferences, ThemeChoice } from "../schema-preferences";
import { endSession, revokeOtherSessions, revokeSession } from "../sessions";
import { signUp } from "../sign-up";

export const register = action.public(schema.SignUp, async (caller, input) => {
  await signUp(input, caller);
});

/** The answer is the same for every address. */
export const askForNewPassword = action.public(schema.RequestReset, async (caller, input) => {
  await requestPasswordReset(input, caller);
});

export const setNewPassword = action.public(schema.ResetPassword, async (caller, input) => {
  await resetPassword(input, caller);
});

export const joinAccount = action.person(schema.AcceptInvitation, async (person, input, { requestId }) => {
  await rememberAccount(await acceptInvitation(person, input, requestId));
  redirect("/billing");
});

export const openAccount = action.person(schema.CreateAccount, async (person, input, { requestId }) => {
  await rememberAccount(await openOwnAccount(person, input, requestId));
  redirect("/billing");
});

/** Remembers which account this browser looks at. It grants nothing: membership is checked on each request. */
export const switchAccount = action.person(schema.OfAccount, async (person, { accountId }) => {
  if (!person.memberships.some((one) => one.accountId === accountId)) throw notFound("account");
  await rememberAccount(accountId);
  revalidatePath("/", "layout");
});

export const savePersonName = action.person(schema.RenamePerson, async (person, input) => {
  await renamePerson(person, input);
  revalidatePath("/", "layout");
});

export const askForAddressLink = action.person(schema.Empty, async (person) => {
  await sendAddressLink(person);
});

export const savePassword = action.person(schema.ChangePassword, async (person, input) => {
  await changePassword(person, input);
  revalidatePath("/settings/profile");
});

export const savePreferences = action.person(Preferences, async (person, input) => {
  await keepPreferences(person, input);
  revalidatePath("/", "layout");
});

/** The page wears it already; nothing of it needs to be read anew. */
export const saveTheme = action.person(ThemeChoice, async (person, input) => {
  await keepTheme(person, input);
});

export const endOneSession = action.person(schema.OfSession, async (person, input) => {
  await revokeSession(person, input);
  revalidatePath("/settings/profile");
});

export const endOtherSessions = action.person(schema.Empty, async (person) => {
  await revokeOtherSessions(person);
  revalidatePath("/settings/profile");
});

export const signOut = action.person(
  schema.Empty,
  async ({ sessionId }) => {
    await endSession(sessionId);
    // With all its attributes: a browser keeps a "__Host-" cookie that anything less tries to remove.
    (await cookies()).set(SESSION_COOKIE, "", {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      maxAge: 0,
    });
    redirect("/sign-in");
  },
  { alsoInView: true },
);

async function rememberAccount(accountId: string): Promise<void> {
  const year = 365 * 24 * 60 * 60;
  (await cookies()).set(ACCOUNT_COOKIE, accountId, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: year,
  });
}
