import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { signInTest, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { checkSignIn } from "./check-sign-in";
import { findKey } from "./find-key";
import { findSession } from "./find-session";
import { createKey } from "./keys";
import { requestPasswordReset, resetPassword } from "./password-reset";
import { addressToken, proveAddress } from "./prove-address";
import { signInThrough } from "./sign-in-through";

const from = () => ({ address: newId(), requestId: "req_test" });
const NEXT = "another summer rain";

async function linkFor(email: string): Promise<string> {
  await requestPasswordReset({ email }, from());
  const mail = await prisma().email.findFirstOrThrow({
    where: { recipient: email, template: "password-reset" },
    orderBy: { id: "desc" },
  });
  return /token=([\w-]{43})/.exec(mail.plain)?.[1] ?? "";
}

it("sets a new password once, and ends every session", async () => {
  const { person } = await testPerson();
  const token = await linkFor(person.email);
  const tries = await Promise.allSettled(
    Array.from({ length: 5 }, () => resetPassword({ token, password: NEXT }, from())),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await findSession(person.sessionId, 1)).toBeNull();
  await expect(signInTest(person.email)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(checkSignIn({ email: person.email, password: NEXT, address: newId() })).resolves.toBe(
    person.userId,
  );
});

it("answers for an unknown address as for a known one, and sends nothing", async () => {
  const email = `${newId()}@example.com`;
  await expect(requestPasswordReset({ email }, from())).resolves.toBeUndefined();
  expect(await prisma().email.count({ where: { recipient: email } })).toBe(0);
});

it("refuses a link that is an hour old, or that another one made worthless", async () => {
  const { person } = await testPerson();
  const old = await linkFor(person.email);
  await prisma().passwordReset.updateMany({
    where: { userId: person.userId },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  await expect(resetPassword({ token: old, password: NEXT }, from())).rejects.toMatchObject({ code: "gone" });
  const first = await linkFor(person.email);
  const second = await linkFor(person.email);
  await resetPassword({ token: second, password: NEXT }, from());
  await expect(
    resetPassword({ token: first, password: "yet another summer rain" }, from()),
  ).rejects.toMatchObject({ code: "gone" });
});

it("keeps the link when the new password is refused", async () => {
  const { person } = await testPerson();
  const token = await linkFor(person.email);
  await expect(resetPassword({ token, password: "password1234" }, from())).rejects.toMatchObject({
    faults: [{ field: "password" }],
  });
  await resetPassword({ token, password: NEXT }, from());
});

describe("API keys", () => {
  const keyOf = ({ ctx }: Awaited<ReturnType<typeof testPerson>>) =>
    createKey(ctx, { name: "left behind", scopes: ["usage:read"] });
  const worksStill = async (key: string) => (await findKey(key, null)) !== null;

  it("that were made before the address was proven end when somebody proves that it is theirs", async () => {
    const squatter = await testPerson({ proven: false });
    const other = await testPerson({ proven: false });
    const [{ id, key }, others] = await Promise.all([keyOf(squatter), keyOf(other)]);
    expect(await worksStill(key)).toBe(true);
    await resetPassword({ token: await linkFor(squatter.person.email), password: NEXT }, from());
    expect([await worksStill(key), await worksStill(others.key)]).toEqual([false, true]);
    const entries = await inAccount(squatter.accountId, (tx) =>
      tx.auditEntry.findMany({ where: { accountId: squatter.accountId, action: "key.revoked" } }),
    );
    expect(entries).toMatchObject([{ subjectId: id, actorKind: "system" }]);
    const mail = await prisma().email.findFirstOrThrow({
      where: { recipient: squatter.person.email, template: "password-changed" },
    });
    expect(mail.plain).toContain("API keys that were made in your name are revoked");
  });

  it("end as well when a provider vouches for the address", async () => {
    const squatter = await testPerson({ proven: false });
    const { key } = await keyOf(squatter);
    const { email } = squatter.person;
    await signInThrough(
      { provider: "google", subject: newId(), email, emailVerified: true, name: null },
      "req",
    );
    expect(await worksStill(key)).toBe(false);
  });

  it("of a proven address outlive a new password", async () => {
    const owner = await testPerson({ proven: false });
    await proveAddress(owner.person, addressToken(owner.person));
    const { key } = await keyOf(owner);
    await resetPassword({ token: await linkFor(owner.person.email), password: NEXT }, from());
    expect(await worksStill(key)).toBe(true);
  });
});

it("does not flood a mailbox", async () => {
  const { person } = await testPerson();
  for (let time = 0; time < 3; time += 1) await requestPasswordReset({ email: person.email }, from());
  await expect(requestPasswordReset({ email: person.email }, from())).rejects.toMatchObject({
    code: "rate_limited",
  });
});

it("joins a provider's verified address to the person, and drops a password that nobody proved was theirs", async () => {
  const { person } = await testPerson({ proven: false });
  const identity = {
    provider: "google",
    subject: newId(),
    email: person.email,
    emailVerified: true,
    name: "Ada",
  };
  await expect(signInThrough({ ...identity, emailVerified: false }, "req_test")).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await signInThrough(identity, "req_test")).toBe(person.userId);
  await expect(signInTest(person.email)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await findSession(person.sessionId, 1)).toBeNull();
  // Known from now on by the subject, whatever the address there becomes.
  expect(await signInThrough({ ...identity, email: null, emailVerified: false }, "req_test")).toBe(
    person.userId,
  );
});

it("keeps a password whose address was proven, and opens an account for someone new", async () => {
  const { person } = await testPerson();
  await resetPassword({ token: await linkFor(person.email), password: NEXT }, from());
  await signInThrough(
    { provider: "google", subject: newId(), email: person.email, emailVerified: true, name: null },
    "req_test",
  );
  await expect(checkSignIn({ email: person.email, password: NEXT, address: newId() })).resolves.toBe(
    person.userId,
  );
  const userId = await signInThrough(
    {
      provider: "github",
      subject: newId(),
      email: `${newId()}@example.com`,
      emailVerified: true,
      name: "Bo",
    },
    "req_test",
  );
  expect(await prisma().user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
    name: "Bo",
    passwordHash: null,
  });
});
