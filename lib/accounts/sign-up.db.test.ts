import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { balanceOf } from "@/lib/testing/accounts";
import { signInTest, TEST_PASSWORD, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { checkSignIn } from "./check-sign-in";
import { signUp } from "./sign-up";

const from = () => ({ address: newId(), requestId: "req_test" });

it("opens an account with its owner, the starter pack, a welcome and an audit entry", async () => {
  const { ctx, person, accountId } = await testPerson();
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

it("makes one person of ten sign-ups with one address at once", async () => {
  const email = `${newId()}@example.com`;
  const tries = Array.from({ length: 10 }, () =>
    signUp({ name: "Ada", email, password: TEST_PASSWORD }, from()),
  );
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected")
      expect(outcome.reason).toMatchObject({ code: "already_exists", faults: [{ field: "email" }] });
  expect(await prisma().user.count({ where: { email } })).toBe(1);
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
