import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { signInTest, TEST_PASSWORD, testMember, testPerson } from "@/lib/testing/people";
import { findSession } from "./find-session";
import { changeRole, removeMember } from "./members";
import { changePassword } from "./person";
import { endSession, listSessions, revokeOtherSessions, revokeSession } from "./sessions";

it("refuses a revoked session at once", async () => {
  const { person } = await testPerson();
  expect(await findSession(person.sessionId, 1)).not.toBeNull();
  await endSession(person.sessionId);
  expect(await findSession(person.sessionId, 1)).toBeNull();
});

it("refuses a session of another version, past its end, idle for a week, or of a disabled person", async () => {
  const { person } = await testPerson();
  const { sessionId, userId } = person;
  const sessions = prisma().session;
  expect(await findSession(sessionId, 2)).toBeNull();
  const weekAgo = new Date(Date.now() - 7.1 * 86_400_000);
  await sessions.update({ where: { id: sessionId }, data: { lastSeenAt: weekAgo } });
  expect(await findSession(sessionId, 1)).toBeNull();
  await sessions.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(), expiresAt: weekAgo } });
  expect(await findSession(sessionId, 1)).toBeNull();
  await sessions.update({ where: { id: sessionId }, data: { expiresAt: new Date(Date.now() + 1000_000) } });
  expect(await findSession(sessionId, 1)).not.toBeNull();
  await prisma().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await findSession(sessionId, 1)).toBeNull();
});

it("sees a demotion and a removal on the next request", async () => {
  const { ctx, accountId } = await testPerson();
  const { person } = await testMember(accountId, "admin");
  await changeRole(ctx, { userId: person.userId, role: "member" });
  expect((await findSession(person.sessionId, 1))?.memberships[0]?.role).toBe("member");
  await removeMember(ctx, { userId: person.userId, revokeKeys: true });
  expect((await findSession(person.sessionId, 1))?.memberships).toEqual([]);
});

it("ends one session or all others, and only the person's own", async () => {
  const { person } = await testPerson();
  const stranger = await testPerson();
  const laptop = await signInTest(person.email);
  const phone = await signInTest(person.email);
  await expect(revokeSession(stranger.person, { id: phone.sessionId })).rejects.toMatchObject({
    code: "not_found",
  });
  await revokeSession(person, { id: phone.sessionId });
  expect(await findSession(phone.sessionId, 1)).toBeNull();
  await revokeOtherSessions(laptop);
  expect(await findSession(person.sessionId, 1)).toBeNull();
  expect((await listSessions(laptop)).map(({ id, current }) => [id, current])).toEqual([
    [laptop.sessionId, true],
  ]);
  expect(await findSession(stranger.person.sessionId, 1)).not.toBeNull();
});

it("changes the password only for who knows it, and keeps only the session in use", async () => {
  const { person } = await testPerson();
  const other = await signInTest(person.email);
  await expect(
    changePassword(person, { current: "wrong", password: "another summer rain" }),
  ).rejects.toMatchObject({ faults: [{ field: "current" }] });
  await changePassword(person, { current: TEST_PASSWORD, password: "another summer rain" });
  expect(await findSession(person.sessionId, 1)).not.toBeNull();
  expect(await findSession(other.sessionId, 1)).toBeNull();
  await expect(signInTest(person.email)).rejects.toMatchObject({ code: "unauthenticated" });
});
