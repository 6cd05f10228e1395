import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { testMember, testPerson } from "@/lib/testing/people";
import { createKey } from "./keys";
import { changeRole, leaveAccount, listMembers, removeMember } from "./members";

const roleOf = async (accountId: string, userId: string) =>
  inAccount(accountId, async (tx) => {
    const member = await tx.member.findUnique({ where: { accountId_userId: { accountId, userId } } });
    return member?.disabledAt ? null : member?.role;
  });

it("keeps an owner when two owners demote each other at once", async () => {
  const { ctx: one, accountId, person } = await testPerson();
  const { ctx: two, person: other } = await testMember(accountId, "owner");
  const outcomes = await Promise.allSettled([
    changeRole(one, { userId: other.userId, role: "member" }),
    changeRole(two, { userId: person.userId, role: "member" }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const roles = await Promise.all([person, other].map(({ userId }) => roleOf(accountId, userId)));
  expect(roles.toSorted()).toEqual(["member", "owner"]);
});

it("keeps the last owner however they would go", async () => {
  const { ctx, accountId, person } = await testPerson();
  const { userId } = person;
  await expect(changeRole(ctx, { userId, role: "admin" })).rejects.toMatchObject({ code: "conflict" });
  await expect(removeMember(ctx, { userId, revokeKeys: false })).rejects.toMatchObject({ code: "conflict" });
  await expect(leaveAccount(ctx)).rejects.toMatchObject({ code: "conflict" });
  expect(await roleOf(accountId, userId)).toBe("owner");
});

it("lets admins manage all but owners, and others nobody", async () => {
  const { accountId, person: owner } = await testPerson();
  const { ctx: admin } = await testMember(accountId, "admin");
  const { ctx: member, person } = await testMember(accountId, "member");
  await expect(changeRole(admin, { userId: owner.userId, role: "member" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(changeRole(admin, { userId: person.userId, role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(removeMember(admin, { userId: owner.userId, revokeKeys: false })).rejects.toMatchObject({
    code: "forbidden",
  });
  await changeRole(admin, { userId: person.userId, role: "billing" });
  await expect(changeRole(member, { userId: person.userId, role: "admin" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("does not let an admin act who was demoted a moment ago", async () => {
  const { ctx: owner, accountId } = await testPerson();
  const { ctx: admin, person } = await testMember(accountId, "admin");
  const { person: member } = await testMember(accountId, "member");
  await changeRole(owner, { userId: person.userId, role: "member" });
  await expect(removeMember(admin, { userId: member.userId, revokeKeys: false })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("ends the keys of a removed member when asked to, and only theirs", async () => {
  const { ctx, accountId } = await testPerson();
  const { ctx: member, person } = await testMember(accountId, "member");
  const theirs = await createKey(member, { name: "theirs", scopes: ["usage:write"] });
  const ours = await createKey(ctx, { name: "ours", scopes: ["usage:write"] });
  await removeMember(ctx, { userId: person.userId, revokeKeys: true });
  const keys = await prisma().apiKey.findMany({
    where: { accountId },
    select: { id: true, revokedAt: true },
  });
  expect(keys.find(({ id }) => id === theirs.id)?.revokedAt).not.toBeNull();
  expect(keys.find(({ id }) => id === ours.id)?.revokedAt).toBeNull();
});

it("lists who belongs to the account, and nobody of another", async () => {
  const { ctx, accountId, person } = await testPerson();
  await testPerson();
  const { person: member } = await testMember(accountId, "billing");
  const rows = await listMembers(ctx);
  expect(rows.map(({ userId, role, self }) => [userId, role, self])).toEqual([
    [person.userId, "owner", true],
    [member.userId, "billing", false],
  ]);
});

it("writes each change into the audit log, and none that was refused", async () => {
  const { ctx, accountId } = await testPerson();
  const { person } = await testMember(accountId, "member");
  await changeRole(ctx, { userId: person.userId, role: "admin" });
  await changeRole(ctx, {
    userId: ctx.actor.kind === "member" ? ctx.actor.userId : "",
    role: "member",
  }).catch(() => undefined);
  const entries = await inAccount(accountId, (tx) =>
    tx.auditEntry.findMany({ where: { accountId, action: "member.role_changed" } }),
  );
  expect(entries.map(({ subjectId, details }) => [subjectId, details])).toEqual([
    [person.userId, { from: "member", to: "admin" }],
  ]);
});
