import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { listAudit } from "@/lib/accounts/list-audit";
import { inAccount } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { listProviderKeys } from "./list-provider-keys";
import { openProviderKey } from "./open-provider-key";
import { revokeProviderKey } from "./revoke-provider-key";
import { saveProviderKey } from "./save-provider-key";
import { SaveProviderKey } from "./schema";

const SECRET = "sk-own-0123456789abcdef";
const INPUT: SaveProviderKey = { provider: "openai", name: "Ours", key: SECRET };

// What the processes are told is parsed once: a test changes what it came to.
const mode = env().ECU_DEPLOYMENT_MODE;
afterEach(() => {
  env().ECU_DEPLOYMENT_MODE = mode;
  vi.useRealTimers();
});

/** As the owner of the tables, whom no policy holds. */
async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

it("opens a key for its own account, and shows its last four characters to people", async () => {
  const { ctx, accountId } = await testPerson();
  const other = await testPerson();
  const saved = await saveProviderKey(ctx, INPUT);
  expect(saved).toMatchObject({ provider: "openai", name: "Ours", last4: "cdef", revokedAt: null });
  expect(await openProviderKey(accountId, "openai")).toEqual({
    id: saved.id,
    provider: "openai",
    key: SECRET,
    baseUrl: "https://api.openai.com/v1",
  });
  expect(await openProviderKey(accountId, "mistral")).toBeNull();
  expect(await openProviderKey(accountId, "https://example.com")).toBeNull();
  expect(await openProviderKey(other.accountId, "openai")).toBeNull();
  expect(JSON.stringify(await listProviderKeys(ctx))).not.toContain("0123456789");
  expect(await listProviderKeys(other.ctx)).toEqual([]);
  const [row] = await asOwner<{ t: string }>("SELECT t::text AS t FROM provider_keys t WHERE id = $1", [
    saved.id,
  ]);
  expect(row?.t).not.toContain(SECRET);
  expect(row?.t).not.toContain(Buffer.from(SECRET).toString("hex"));
});

it("leads the key of the installation's provider to that provider", async () => {
  const { ctx, accountId } = await testPerson();
  await saveProviderKey(ctx, { ...INPUT, provider: "installation" });
  expect(await openProviderKey(accountId, "installation")).toMatchObject({
    baseUrl: env().PROVIDER_BASE_URL,
  });
});

it("replaces a provider's key at once: the one before is erased", async () => {
  const { ctx, accountId } = await testPerson();
  const first = await saveProviderKey(ctx, INPUT);
  const foreign = await saveProviderKey(ctx, { ...INPUT, provider: "groq" });
  const second = await saveProviderKey(ctx, { ...INPUT, key: "sk-own-the-next-one" });
  expect(await openProviderKey(accountId, "openai")).toMatchObject({
    id: second.id,
    key: "sk-own-the-next-one",
  });
  expect(await openProviderKey(accountId, "groq")).toMatchObject({ id: foreign.id, key: SECRET });
  const keys = await listProviderKeys(ctx);
  expect(keys.map(({ id, revokedAt }) => [id, revokedAt !== null])).toEqual([
    [second.id, false],
    [foreign.id, false],
    [first.id, true],
  ]);
  const [row] = await asOwner<{ sealed: Buffer }>("SELECT sealed FROM provider_keys WHERE id = $1", [
    first.id,
  ]);
  expect(row?.sealed).toHaveLength(0);
});

it("keeps one in use when several are saved at the same moment", async () => {
  const { ctx, accountId } = await testPerson();
  const saves = await Promise.allSettled(
    Array.from({ length: 6 }, (_, at) => saveProviderKey(ctx, { ...INPUT, key: `sk-own-number-${at}` })),
  );
  const refused = saves.flatMap((save) => (save.status === "rejected" ? [save.reason as unknown] : []));
  for (const reason of refused) expect(reason).toMatchObject({ code: "conflict" });
  const inUse = (await listProviderKeys(ctx)).filter(({ revokedAt }) => revokedAt === null);
  expect(inUse).toHaveLength(1);
  expect(await openProviderKey(accountId, "openai")).toMatchObject({ id: inUse[0]?.id });
});

it("revokes a key for good", async () => {
  const { ctx, accountId } = await testPerson();
  const { id } = await saveProviderKey(ctx, INPUT);
  expect((await revokeProviderKey(ctx, { id })).revokedAt).not.toBeNull();
  expect(await openProviderKey(accountId, "openai")).toBeNull();
  await expect(revokeProviderKey(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  const other = await testPerson();
  const theirs = await saveProviderKey(other.ctx, INPUT);
  await expect(revokeProviderKey(ctx, { id: theirs.id })).rejects.toMatchObject({ code: "not_found" });
});

it("cannot open a sealed key in another account's row, in another row, or for another provider", async () => {
  const victim = await testPerson();
  const thief = await testPerson();
  const theirs = await saveProviderKey(victim.ctx, INPUT);
  const mine = await saveProviderKey(thief.ctx, { ...INPUT, key: "sk-own-of-the-thief" });
  const copy =
    "UPDATE provider_keys SET sealed = (SELECT sealed FROM provider_keys WHERE id = $1) WHERE id = $2";
  await asOwner(copy, [theirs.id, mine.id]);
  await expect(openProviderKey(thief.accountId, "openai")).rejects.toMatchObject({ code: "unprocessable" });
  const move = "UPDATE provider_keys SET provider = 'deepseek' WHERE id = $1";
  await asOwner(move, [theirs.id]);
  await expect(openProviderKey(victim.accountId, "deepseek")).rejects.toMatchObject({
    code: "unprocessable",
  });
  await saveProviderKey(victim.ctx, { ...INPUT, provider: "deepseek" });
  expect(await openProviderKey(victim.accountId, "deepseek")).toMatchObject({ key: SECRET });
});

it("notes that it was used, at most once an hour", async () => {
  const { ctx, accountId } = await testPerson();
  await saveProviderKey(ctx, INPUT);
  const lastUsed = async () => (await listProviderKeys(ctx))[0]?.lastUsedAt?.getTime() ?? 0;
  expect(await lastUsed()).toBe(0);
  await openProviderKey(accountId, "openai");
  const first = await lastUsed();
  expect(first).toBeGreaterThan(0);
  await openProviderKey(accountId, "openai");
  expect(await lastUsed()).toBe(first);
  vi.useFakeTimers({ toFake: ["Date"], now: first + 3_600_000 });
  await openProviderKey(accountId, "openai");
  expect(await lastUsed()).toBe(first + 3_600_000);
});

it("is for owners and admins, and stands in the audit log without the key", async () => {
  const { ctx, accountId } = await testPerson();
  for (const role of ["billing", "member"] as const) {
    const { ctx: other } = await testMember(accountId, role);
    await expect(saveProviderKey(other, INPUT)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeProviderKey(other, { id: newId() })).rejects.toMatchObject({ code: "forbidden" });
    expect(await listProviderKeys(other)).toEqual([]);
  }
  const { ctx: admin } = await testMember(accountId, "admin");
  const { id } = await saveProviderKey(admin, INPUT);
  await revokeProviderKey(ctx, { id });
  const entries = await inAccount(accountId, (tx) =>
    tx.auditEntry.findMany({ where: { accountId, subjectId: id }, orderBy: { id: "asc" } }),
  );
  expect(entries.map(({ action }) => action)).toEqual(["provider_key.saved", "provider_key.revoked"]);
  expect(JSON.stringify(await listAudit(ctx, null))).not.toContain(SECRET);
});

it("takes no keys where the installation runs models with its own, and opens none", async () => {
  const { ctx, accountId } = await testPerson();
  const { id } = await saveProviderKey(ctx, INPUT);
  env().ECU_DEPLOYMENT_MODE = "hosted";
  await expect(saveProviderKey(ctx, INPUT)).rejects.toMatchObject({ code: "unprocessable" });
  expect(await openProviderKey(accountId, "openai")).toBeNull();
  await revokeProviderKey(ctx, { id });
});

it("reads a key as it is typed, and never says it again in a fault", () => {
  expect(SaveProviderKey.parse({ ...INPUT, key: ` ${SECRET}\n` }).key).toBe(SECRET);
  for (const key of ["", "short", `${SECRET} ${SECRET}`, `${SECRET}ü`, "x".repeat(501)]) {
    const { error } = SaveProviderKey.safeParse({ ...INPUT, key });
    expect(error?.issues[0]?.path).toEqual(["key"]);
    expect(JSON.stringify(error?.issues)).not.toContain(SECRET);
  }
  expect(SaveProviderKey.safeParse({ ...INPUT, provider: "https://example.com" }).success).toBe(false);
});
