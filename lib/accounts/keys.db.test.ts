import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { testMember, testPerson } from "@/lib/testing/people";
import { findKey } from "./find-key";
import { createKey, createPlatformKey, listKeys, revokeKey } from "./keys";
import { writeKey } from "./rules/key";

it("finds a key that it made, and stores nothing of it that could be used", async () => {
  const { ctx, accountId } = await testPerson();
  const { id, key } = await createKey(ctx, { name: "gateway", scopes: ["usage:write", "usage:read"] });
  expect(await findKey(key, null)).toEqual({
    id,
    name: "gateway",
    accountId,
    scopes: ["usage:write", "usage:read"],
    accountOpen: true,
  });
  const stored = JSON.stringify(await prisma().apiKey.findUnique({ where: { id } }));
  expect(stored).not.toContain(key.slice(9));
  expect(await findKey(writeKey("account", randomBytes(96)), null)).toBeNull();
});

it("refuses a revoked and an expired key at once", async () => {
  const { ctx } = await testPerson();
  const revoked = await createKey(ctx, { name: "a", scopes: ["usage:read"] });
  await revokeKey(ctx, { id: revoked.id });
  expect(await findKey(revoked.key, null)).toBeNull();
  await expect(revokeKey(ctx, { id: revoked.id })).rejects.toMatchObject({ code: "not_found" });
  const expired = await createKey(ctx, { name: "b", scopes: ["usage:read"], expiresInDays: 1 });
  await prisma().apiKey.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await findKey(expired.key, null)).toBeNull();
});

it("gives a key no right that its creator lacks, but metering", async () => {
  const { accountId, ctx: owner } = await testPerson();
  const { ctx: member } = await testMember(accountId, "member");
  await expect(createKey(member, { name: "x", scopes: ["members:write"] })).rejects.toMatchObject({
    code: "forbidden",
    faults: [{ field: "scopes" }],
  });
  await expect(createKey(owner, { name: "x", scopes: ["ledger:write"] })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(
    createKey(member, { name: "x", scopes: ["usage:write", "authorizations:write"] }),
  ).resolves.toBeDefined();
  const { ctx: billing } = await testMember(accountId, "billing");
  await expect(createKey(billing, { name: "x", scopes: ["usage:read"] })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("shows a member their own keys only, and lets them revoke no other", async () => {
  const { accountId, ctx: owner } = await testPerson();
  const { ctx: member } = await testMember(accountId, "member");
  const ours = await createKey(owner, { name: "ours", scopes: ["usage:read"] });
  const theirs = await createKey(member, { name: "theirs", scopes: ["usage:read"] });
  expect((await listKeys(member)).map(({ id }) => id)).toEqual([theirs.id]);
  expect((await listKeys(owner)).map(({ id }) => id)).toEqual([theirs.id, ours.id]);
  await expect(revokeKey(member, { id: ours.id })).rejects.toMatchObject({ code: "not_found" });
});

it("lets a platform key act on an account that exists, and on no other", async () => {
  const { accountId } = await testPerson();
  const { key } = await createPlatformKey({ name: "platform" });
  expect(await findKey(key, accountId)).toMatchObject({ accountId: null, accountOpen: true });
  expect(await findKey(key, "01890000-0000-7000-8000-000000000000")).toMatchObject({ accountOpen: false });
  expect(await findKey(key, null)).toMatchObject({ accountOpen: false });
});

it("notes when a key was last used, at most once a minute", async () => {
  const { ctx } = await testPerson();
  const { id, key } = await createKey(ctx, { name: "a", scopes: ["usage:read"] });
  const lastUsed = async () => (await prisma().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt;
  await findKey(key, null);
  await expect.poll(lastUsed).not.toBeNull();
  const first = await lastUsed();
  await findKey(key, null);
  expect(await lastUsed()).toEqual(first);
});
