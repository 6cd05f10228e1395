import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { contextOfMember } from "@/lib/accounts/context-of";
import type { Person } from "@/lib/accounts/find-session";
import { type Operator, operatorOf } from "@/lib/accounts/operator";
import { chooseAccount } from "@/lib/accounts/rules/choose-account";
import type { Context } from "@/lib/values/context";
import { styleOf } from "@/lib/values/display/number-style";
import { showNumbersAs } from "./page-style";
import { newRequestId } from "./request-id";
import { ACCOUNT_COOKIE, personOfCookie, SESSION_COOKIE } from "./session-cookie";

/** The request id of what is being rendered or run. */
export const requestId = cache((): string => newRequestId());

/** The person who is signed in, asked of the database once a request; null when nobody is. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const person = await personOfCookie((await cookies()).get(SESSION_COOKIE)?.value);
  if (person)
    showNumbersAs(styleOf(person.preferences.numberStyle, (await headers()).get("accept-language")));
  return person;
});

/** The person, or the sign-in page, which comes back here afterwards. */
export async function pagePerson(): Promise<Person> {
  return (await currentPerson()) ?? redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
}

/** The person as an operator. For everybody else the page does not exist. */
export async function pageOperator(): Promise<Operator> {
  const person = await pagePerson();
  return person.isOperator ? operatorOf(person, requestId()) : notFound();
}

/**
 * The signed-in person on the account they look at, for server components. Without a session it leads to the sign-in
 * page; with an account that is not theirs (`named`, from `?account=`) the page does not exist.
 */
export const pageContext = cache(async (named?: string): Promise<Context> => {
  const person = await pagePerson();
  const remembered = (await cookies()).get(ACCOUNT_COOKIE)?.value;
  if (person.memberships.length === 0 && !person.viewing) redirect(person.isOperator ? "/admin" : "/welcome");
  const accountId = chooseAccount(person, named ?? (await namedByPath()), remembered);
  const ctx = accountId === null ? null : contextOfMember(person, accountId, requestId());
  return ctx ?? notFound();
});

// The proxy writes the path into a header of its own, whatever the client sent under that name.
async function currentPath(): Promise<string> {
  return (await headers()).get("ecu-path") ?? "/";
}

// A deep link of a mail names its account: /billing?account=….
async function namedByPath(): Promise<string | null> {
  return new URL(await currentPath(), "http://console").searchParams.get("account");
}
