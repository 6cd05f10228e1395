import { checkSignIn } from "@/lib/accounts/check-sign-in";
import { contextOfMember } from "@/lib/accounts/context-of";
import { createAccountWithin } from "@/lib/accounts/create-account";
import { findSession, type Person } from "@/lib/accounts/find-session";
import { openSession } from "@/lib/accounts/open-session";
import { hashPassword } from "@/lib/accounts/passwords";
import { prisma } from "@/lib/db/client";
import { acrossAccounts, inAccount } from "@/lib/db/transaction";
import type { Actor, Context, Role } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

export const TEST_PASSWORD = "summer rain on tin roofs";

let hashed: Promise<string> | undefined;

/** Someone with a sign-in and an account of their own, signed in. Their address is proven unless a test is about what comes before. */
export async function testPerson({ proven = true } = {}): Promise<{
  person: Person;
  accountId: string;
  ctx: Context;
}> {
  const [userId, accountId] = [newId(), newId()];
  const user = { id: userId, email: `${userId}@example.com`, name: "Ada Test" };
  // A sign-up hashes a password and writes a letter; thousands of tests need neither.
  const passwordHash = await (hashed ??= hashPassword(TEST_PASSWORD));
  const actor: Actor = {
    kind: "member",
    userId,
    email: user.email,
    name: user.name,
    role: "owner",
    sessionId: "",
  };
  await acrossAccounts(async (tx) => {
    await tx.user.create({ data: { ...user, passwordHash, emailVerifiedAt: proven ? new Date() : null } });
    await createAccountWithin(tx, accountId, {
      name: "Test account",
      ownerId: userId,
      actor,
      requestId: "req_test",
    });
  });
  const session = await openSession(userId, { address: newId(), userAgent: "test" });
  const person = await freshPerson(session.id, session.version);
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
