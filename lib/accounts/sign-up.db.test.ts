import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { balanceOf } from "@/lib/testing/accounts";
import { contextIn, signInTest, TEST_PASSWORD, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { checkSignIn } from "./check-sign-in";
import { inviteMember } from "./invitations";
import { proveAddress } from "./prove-address";
import { signUp } from "./sign-up";

const from = () => ({ address: newId(), requestId: "req_test" });

/** Somebody who came by the form, and signed in. */
async function newPerson() {
  const email = `${newId()}@example.com`;
  const accountId = await signUp(
    { name: "Ada Test", email, password: TEST_PASSWORD, accountName: "Test account" },
    from(),
  );
  const person = await signInTest(email);
  return { person, accountId: accountId ?? "", ctx: contextIn(person, accountId ?? "") };
}

it("opens an account with its owner, the starter pack, a welcome and an audit entry", async () => {
  const { ctx, person, accountId } = await newPerson();
  expect(person.memberships).toEqual([{ accountId, accountName: "Test account", role: "owner" }]);
  expect((await balanceOf(ctx)).balance).toBe(75_000_000_000n);
  expect((await balanceOf(ctx, "tool_run")).balance).toBe(10_000n);
  const [mail] = await prisma().email.findMany({ where: { recipient: person.email } });
  expect(mail).toMatchObject({ template: "welcome", status: "queued", accountId });
  const [entry, ...more] = await inAccount(accountId, (tx) =>
    tx.auditEntry.findMany({ where: { accountId } }),
  );
  expect(entry).toMatchObject({ action: "account.created", actorId: person.userId });
  expect(more).toEqual([]);
});

it("makes one person of ten sign-ups with one address at once, and answers alike", async () => {
  const email = `${newId()}@example.com`;
  const tries = Array.from({ length: 10 }, () =>
    signUp({ name: "Ada", email, password: TEST_PASSWORD }, from()),
  );
  const opened = (await Promise.all(tries)).filter((accountId) => accountId !== null);
  expect(opened).toHaveLength(1);
  expect(await prisma().user.count({ where: { email } })).toBe(1);
});

describe("an address that has a sign-in", () => {
  const mailsTo = (recipient: string) =>
    prisma().email.findMany({ where: { recipient }, orderBy: { id: "asc" } });

  it("is told of in its mailbox alone, and a few times at the most", async () => {
    const { person } = await newPerson();
    const thief = { name: "Eve", email: person.email, password: "another summer rain" };
    for (let time = 0; time < 5; time += 1) expect(await signUp(thief, from())).toBeNull();
    const templates = (await mailsTo(person.email)).map(({ template }) => template);
    expect(templates).toEqual(["welcome", "sign-up-again", "sign-up-again", "sign-up-again"]);
    await expect(
      checkSignIn({ email: person.email, password: thief.password, address: newId() }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await signInTest(person.email)).memberships).toHaveLength(1);
  });

  it("is told of to someone whom an invitation proves to be its owner, and to nobody with a link for others", async () => {
    const { person } = await testPerson();
    const host = await testPerson();
    await inviteMember(host.ctx, { email: person.email, role: "member" });
    const sent = (await mailsTo(person.email)).at(-1)?.plain ?? "";
    const invitation = /token=([\w-]{43})/.exec(sent)?.[1] ?? "";
    const again = { name: "Ada", password: TEST_PASSWORD, invitation };
    await expect(signUp({ ...again, email: person.email }, from())).rejects.toMatchObject({
      code: "already_exists",
    });
    await expect(signUp({ ...again, email: host.person.email }, from())).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

it("takes an address for proven when who signed up opens the link of their welcome, and nobody else", async () => {
  const { person } = await newPerson();
  const other = await newPerson();
  const [mail] = await prisma().email.findMany({ where: { recipient: person.email } });
  const token = /confirm-address\?token=([\w-]{43})/.exec(mail?.plain ?? "")?.[1] ?? "";
  const proven = async ({ userId }: { userId: string }) =>
    (await prisma().user.findUniqueOrThrow({ where: { id: userId } })).emailVerifiedAt !== null;
  expect(await proveAddress(other.person, token)).toBe(false);
  expect(await proveAddress(person, "x".repeat(43))).toBe(false);
  expect([await proven(person), await proven(other.person)]).toEqual([false, false]);
  expect(await proveAddress(person, token)).toBe(true);
  expect([await proven(person), await proven(other.person)]).toEqual([true, false]);
});

it("refuses a guessable password and leaves no trace", async () => {
  const email = `${newId()}@example.com`;
  await expect(signUp({ name: "Ada", email, password: "password1234" }, from())).rejects.toMatchObject({
    faults: [{ field: "password" }],
  });
  expect(await prisma().user.count({ where: { email } })).toBe(0);
});

it("says the same of a wrong password and of an unknown address", async () => {
  const { person } = await testPerson();
  const wrong = await checkSignIn({ email: person.email, password: "x", address: "a1" }).catch(
    (error: Error) => error.message,
  );
  const unknown = await checkSignIn({ email: "nobody@example.com", password: "x", address: "a1" }).catch(
    (error: Error) => error.message,
  );
  expect(wrong).toBe(unknown);
});

it("stops guessing after ten tries, and lets the person in from where they work", async () => {
  const { person } = await testPerson();
  const office = `office ${newId()}`;
  await signInTest(person.email, office);
  const guesses = await Promise.allSettled(
    Array.from({ length: 15 }, () =>
      checkSignIn({ email: person.email, password: "guess", address: "elsewhere" }),
    ),
  );
  const codes = guesses.map((guess) =>
    guess.status === "rejected" ? (guess.reason as { code: string }).code : "in",
  );
  expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(10);
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(5);
  await expect(checkSignIn({ email: person.email, password: TEST_PASSWORD, address: office })).resolves.toBe(
    person.userId,
  );
});

it("stops a flood of unknown addresses from one place, and nobody else", async () => {
  const { person } = await testPerson();
  const flood = `flood ${newId()}`;
  await prisma().rateLimit.create({
    data: { key: `sign-in-address:${flood}`, points: 100, expire: BigInt(Date.now() + 60_000) },
  });
  await expect(
    checkSignIn({ email: "someone@example.com", password: "x", address: flood }),
  ).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterSeconds: expect.any(Number),
  });
  await expect(
    checkSignIn({ email: person.email, password: TEST_PASSWORD, address: "another place" }),
  ).resolves.toBe(person.userId);
});
