import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { removeMember } from "@/lib/accounts/members";
import { revokeSession } from "@/lib/accounts/sessions";
import { requiredUrl } from "@/lib/db/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { MOVED_CHANNEL } from "@/lib/ledger/announce-moved";
import { openHold } from "@/lib/ledger/holds";
import { postOne, postWithin } from "@/lib/ledger/post";
import { genesisHash } from "@/lib/ledger/rules/hash";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { grant, spend } from "@/lib/testing/accounts";
import { testMember, testPerson } from "@/lib/testing/people";
import { parseCredits } from "@/lib/values/money";
import { newId } from "@/lib/values/ids";
import { Hub, type LiveEvent } from "./hub";

const hub = new Hub();
beforeAll(() => ensureDefaultRateCard());
afterAll(() => hub.stop());

const leaves: (() => void)[] = [];
afterEach(() => leaves.splice(0).forEach((leave) => leave()));

/** A page that is open; `heard` is what it was told. */
function look(accountId: string, { userId, sessionId }: { userId: string; sessionId: string }) {
  const heard: LiveEvent[] = [];
  let isOver = false;
  const viewer = {
    accountId,
    userId,
    sessionId,
    tell: (event: LiveEvent) => void heard.push(event),
    end: () => void (isOver = true),
  };
  leaves.push(hub.join(viewer));
  const wallet = () => heard.findLast((event) => event.name === "wallet")?.data;
  return { heard, wallet, isOver: () => isOver };
}

/** How soon, is measured in a browser; here it is enough that it comes. */
const SOON = { timeout: 20_000, interval: 25 };

it("a page is told how the wallet stands when it opens, and after every posting", async () => {
  const { ctx, accountId, person } = await testPerson();
  const page = look(accountId, person);
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("75");
  await postOne(spend(ctx, "12.5"));
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("62.5");
  await grant(ctx, "100");
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("162.5");
});

it("what is held, and what commits long after it was posted, is told as well", async () => {
  const { ctx, accountId, person } = await testPerson();
  const page = look(accountId, person);
  await openHold(ctx, {
    amount: parseCredits("5"),
    description: "Hold",
    idempotencyKey: newId(),
    unit: "credit",
    expiresAt: null,
  });
  await expect.poll(() => page.wallet()?.available, SOON).toBe("70");
  await inAccount(accountId, async (tx) => {
    await postWithin(tx, [spend(ctx, "1")]);
    // The announcement is out before the commit is in.
    await new Promise((resolve) => setTimeout(resolve, 900));
  });
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("74");
});

it("a banner that comes without a change of the balance is told as well", async () => {
  const { accountId, person } = await testPerson();
  const page = look(accountId, person);
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("75");
  await inAccount(accountId, (tx) =>
    sqlOf(tx).query(
      "INSERT INTO anomalies (account_id, day, spent, usual_from, usual_to) VALUES ($1::uuid, '2026-01-05', 9, 1, 2) RETURNING day",
      [accountId],
    ),
  );
  await expect.poll(() => page.heard.some(({ name }) => name === "notices"), SOON).toBe(true);
});

it("a page hears nothing of other accounts", async () => {
  const [ours, theirs] = [await testPerson(), await testPerson()];
  const page = look(ours.accountId, ours.person);
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("75");
  await postOne(spend(theirs.ctx, "1"));
  await postOne(spend(ours.ctx, "2"));
  await expect.poll(() => page.wallet()?.balance, SOON).toBe("73");
  const told = page.heard.filter((event) => event.name === "wallet");
  expect(told.every(({ data }) => data.account_id === ours.accountId)).toBe(true);
  expect(told).toHaveLength(2);
});

it("a revoked session, and a membership that ended, are told no balance any more", async () => {
  const { ctx, accountId, person } = await testPerson();
  const member = await testMember(accountId, "member");
  const pages = [look(accountId, person), look(accountId, member.person)];
  for (const page of pages) await expect.poll(() => page.wallet()?.balance, SOON).toBe("75");
  await removeMember(ctx, { userId: member.person.userId, revokeKeys: true });
  await revokeSession(person, { id: person.sessionId });
  await postOne(spend(ctx, "1"));
  for (const page of pages) {
    await expect.poll(() => page.isOver(), SOON).toBe(true);
    expect(page.heard.at(-1)).toEqual({ name: "over" });
    expect(page.wallet()?.balance).toBe("75");
  }
});

it("one person opens ten pages, and no more", async () => {
  const { accountId, person } = await testPerson();
  const other = await testPerson();
  for (let page = 0; page < 10; page += 1) look(accountId, person);
  expect(() => look(accountId, person)).toThrow(/At most 10 pages/);
  expect(() => look(other.accountId, other.person)).not.toThrow();
});

it("a process tells of its postings at most twice a second, however many there are", async () => {
  const { ctx, accountId } = await testPerson();
  const client = new pg.Client(requiredUrl());
  await client.connect();
  const told: string[] = [];
  client.on("notification", ({ payload = "" }) => void told.push(payload));
  await client.query(`LISTEN ${MOVED_CHANNEL}`);
  const began = performance.now();
  for (let posting = 0; posting < 50; posting += 1) await postOne(spend(ctx, "0.001"));
  await expect.poll(() => told.length, SOON).toBeGreaterThan(0);
  const seconds = (performance.now() - began) / 1_000;
  await client.end();
  expect(told.length).toBeLessThanOrEqual(Math.ceil(seconds * 2) + 1);
  expect(told.at(-1)).toContain(accountId);
});

it("an account that cannot be read keeps nothing from the pages of others, nor from who must hear no more", async () => {
  const [{ person: first }, other, ended] = [await testPerson(), await testPerson(), await testPerson()];
  // Half opened, so that its wallets cannot be read; it is looked at first.
  const half = newId();
  await inAccount(half, async (tx) => {
    await tx.account.create({ data: { id: half, name: "Half" } });
    await tx.member.create({ data: { accountId: half, userId: first.userId, role: "owner" } });
    await sqlOf(tx).query(
      "INSERT INTO wallets (account_id, unit, hash) VALUES ($1::uuid, 'credit', $2) RETURNING unit",
      [half, genesisHash(half, "credit")],
    );
  });
  const broken = look(half, first);
  const pages = [other, ended].map(({ accountId, person }) => look(accountId, person));
  await expect.poll(() => pages.map((page) => page.wallet()?.balance), SOON).toEqual(["75", "75"]);
  await revokeSession(ended.person, { id: ended.person.sessionId });
  await expect.poll(() => pages.map((page) => page.isOver()), SOON).toEqual([false, true]);
  expect(broken.heard).toEqual([]);
});
