import { checkSignIn } from "@/lib/accounts/check-sign-in";
import { contextOfMember } from "@/lib/accounts/context-of";
import { findSession, type Person } from "@/lib/accounts/find-session";
import { openSession } from "@/lib/accounts/open-session";
import { signUp } from "@/lib/accounts/sign-up";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import type { Context, Role } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

export const TEST_PASSWORD = "summer rain on tin roofs";

/** Someone who signed up, with an account of their own, and is signed in. Their address is proven unless a test is about what comes before. */
export async function testPerson({ proven = true } = {}): Promise<{
  person: Person;
  accountId: string;
  ctx: Context;
}> {
  const email = `${newId()}@example.com`;
  const from = { address: newId(), requestId: "req_test" };
  const accountId = await signUp(
    { name: "Ada Test", email, password: TEST_PASSWORD, accountName: "Test account" },
    from,
  );
  if (!accountId) throw new Error("the address has a sign-in");
  if (proven) await prisma().user.update({ where: { email }, data: { emailVerifiedAt: new Date() } });
  const person = await signInTest(email);
  return { person, accountId, ctx: contextIn(person, accountId) };
}

/** Another member of an account, signed in. */
export async function testMember(accountId: string, role: Role): Promise<{ person: Person; ctx: Context }> {
  const id = newId();
  const email = `${id}@example.com`;
  await prisma().user.create({ data: { id, email, name: `Test ${role}`, emailVerifiedAt: new Date() } });
  await inAccount(accountId, (tx) => tx.member.create({ data: { accountId, userId: id, role } }));
  const session = await openSession(id, { address: "test", userAgent: "test" });
  const person = await freshPerson(session.id, session.version);
  return { person, ctx: contextIn(person, accountId) };
}

/** Signs in with the password of all test people. */
export async function signInTest(email: string, address: string = newId()): Promise<Person> {
  const userId = await checkSignIn({ email, password: TEST_PASSWORD, address });
  const session = await openSession(userId, { address, userAgent: "test" });
  return freshPerson(session.id, session.version);
}

async function freshPerson(sessionId: string, version: number): Promise<Person> {
  const person = await findSession(sessionId, version);
  if (!person) throw new Error("the session is not in force");
  return person;
}

export function contextIn(person: Person, accountId: string): Context {
  const ctx = contextOfMember(person, accountId, "req_test");
  if (!ctx) throw new Error("not a member");
  return ctx;
}
