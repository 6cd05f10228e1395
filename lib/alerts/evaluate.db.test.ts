import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { post } from "@/lib/ledger/post";
import { grant, postAt, accountSince, spend, testAccount } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import { testMember } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { nano, parseCredits } from "@/lib/values/money";
import { saveAlert } from "./change-alerts";
import { evaluateAlerts } from "./evaluate";

const look = ({ accountId }: Context) => evaluateAlerts(accountId, "credit");

/** An account with an owner and a member, and so much credit that was looked at. */
async function watched(credits = "100"): Promise<Context & { owner: string }> {
  const ctx = await testAccount();
  const { person } = await testMember(ctx.accountId, "owner");
  await testMember(ctx.accountId, "member");
  await grant(ctx, credits);
  await look(ctx);
  return { ...ctx, owner: person.email };
}

const mailsOf = async ({ accountId }: Context) => {
  const mails = await prisma().email.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } });
  return mails.map(({ recipient, subject }) => ({ recipient, subject }));
};

const crossingsOf = ({ accountId }: Context) =>
  inAccount(accountId, async (tx) => {
    const rows = await tx.alertCrossing.findMany({
      where: { accountId },
      orderBy: [{ allocationSeq: "asc" }, { level: "desc" }],
    });
    return rows.map(({ threshold, allocationSeq, mails }) => `${threshold} ${allocationSeq} ${mails}`);
  });

const spendAll = async (ctx: Context, credits: string) => {
  await post([spend(ctx, credits, newId(), null)]);
  await look(ctx);
};

describe("alerts", () => {
  it("tell the owner once of a share that is used, and nobody before it is", async () => {
    const ctx = await watched();
    await spendAll(ctx, "49.999999999");
    expect(await mailsOf(ctx)).toEqual([]);
    await spendAll(ctx, "0.000000001");
    await spendAll(ctx, "1");
    await look(ctx);
    expect(await mailsOf(ctx)).toEqual([
      { recipient: ctx.owner, subject: "50 % of your credits are used (Test)" },
    ]);
    expect(await crossingsOf(ctx)).toEqual(["used_percent:20 1 0", "used_percent:50 1 1"]);
  });

  it("tell the account's systems of those that say so, once for each allocation, whoever looks", async () => {
    const ctx = await watched();
    await listen(ctx, ["balance.threshold_crossed"]);
    const told = async () =>
      (await announcedTo(ctx)).filter(({ data }) => JSON.stringify(data).includes('"amount"'));
    await saveAlert(ctx, {
      ...{ unit: "credit", was: null, kind: "amount", value: "40", inBanner: false, byEmail: false },
      ...{ byWebhook: true, roles: [], emails: [], isEnabled: true },
    });
    await spendAll(ctx, "59");
    expect(await told()).toEqual([]);
    await post([spend(ctx, "2.5", newId(), null)]);
    await Promise.all(Array.from({ length: 4 }, () => look(ctx)));
    const crossed = {
      type: "balance.threshold_crossed",
      data: {
        ...{ unit: "credit", threshold: { kind: "amount", value: "40" } },
        ...{ level: "40", allocation: "100", balance: "38.5" },
      },
    };
    expect(await told()).toEqual([crossed]);
    await grant(ctx, "61.5");
    await spendAll(ctx, "70");
    const again = { ...crossed, data: { ...crossed.data, balance: "30" } };
    expect(await told()).toEqual([crossed, again]);
  });

  it("write one mail about the highest of several that are passed at once, and say so when nothing is left", async () => {
    const ctx = await watched();
    await spendAll(ctx, "150");
    expect((await mailsOf(ctx)).map(({ subject }) => subject)).toEqual(["No credits are left (Test)"]);
    expect(await crossingsOf(ctx)).toHaveLength(7);
  });

  it("tell again after credit was added, and not after a refund", async () => {
    const ctx = await watched();
    await spendAll(ctx, "60");
    const refund = {
      type: "refund",
      amount: parseCredits("30"),
      description: "Back",
      source: "api",
    } as const;
    await post([{ ...spend(ctx, "1"), entries: [refund] }]);
    await spendAll(ctx, "30");
    expect(await mailsOf(ctx)).toHaveLength(1);
    await grant(ctx, "60");
    await spendAll(ctx, "50");
    expect(await mailsOf(ctx)).toHaveLength(2);
  });

  it("are told exactly once when fifty spends cross while eight workers look", async () => {
    const ctx = await watched();
    const spends = Array.from({ length: 50 }, () => post([spend(ctx, "1")]));
    await Promise.all([...spends, ...Array.from({ length: 8 }, () => look(ctx))]);
    await Promise.all(Array.from({ length: 8 }, () => look(ctx)));
    expect(await mailsOf(ctx)).toEqual([
      { recipient: ctx.owner, subject: "50 % of your credits are used (Test)" },
    ]);
    expect(await crossingsOf(ctx)).toEqual(["used_percent:20 1 0", "used_percent:50 1 1"]);
  });

  it("are not told by a process that dies between the books and the mail, and once by the next", async () => {
    const ctx = await watched();
    await post([spend(ctx, "55")]);
    const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
    await owner.connect();
    // The mail waits for this lock, with the crossing written; then its connection is killed.
    await owner.query("BEGIN; LOCK TABLE emails IN ACCESS EXCLUSIVE MODE");
    const dies = expect(look(ctx)).rejects.toThrow();
    await vi.waitFor(async () => {
      const { rowCount } = await owner.query(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'emails'::regclass AND NOT granted",
      );
      expect(rowCount).toBe(1);
    }, 15_000);
    await dies;
    await owner.query("ROLLBACK");
    await owner.end();
    expect(await crossingsOf(ctx)).toEqual([]);
    await Promise.all([look(ctx), look(ctx)]);
    await look(ctx);
    expect(await mailsOf(ctx)).toHaveLength(1);
    expect(await crossingsOf(ctx)).toHaveLength(2);
  });

  it("keep what was filled up before it could be told, and write to nobody about it", async () => {
    const ctx = await watched();
    await post([spend(ctx, "85")]);
    await grant(ctx, "100");
    await look(ctx);
    expect(await mailsOf(ctx)).toEqual([]);
    expect(await crossingsOf(ctx)).toHaveLength(4);
    await spendAll(ctx, "60");
    expect(await mailsOf(ctx)).toHaveLength(1);
  });

  it("write to nobody about a history that is brought over", async () => {
    const ctx = await accountSince("2026-01-01T00:00:00Z");
    await testMember(ctx.accountId, "owner");
    await postAt(ctx, "2026-01-02T00:00:00Z", "topup", "100");
    await postAt(ctx, "2026-01-03T00:00:00Z", "spend", "-85");
    await look(ctx);
    expect(await crossingsOf(ctx)).toHaveLength(4);
    expect(await mailsOf(ctx)).toEqual([]);
  });

  it("have the ledger watch the thresholds of what there is now, and leave what others watch alone", async () => {
    const ctx = await watched("100");
    await grant(ctx, "100");
    await look(ctx);
    const { watch } = await inAccount(ctx.accountId, (tx) =>
      tx.wallet.findUniqueOrThrow({
        where: { accountId_unit: { accountId: ctx.accountId, unit: "credit" } },
      }),
    );
    expect(watch).toEqual([0n, 10n, 20n, 40n, 60n, 100n, 160n].map((ecu) => ecu * 1_000_000_000n + 1n));
  });

  it("are told of tool runs too, in their own words", async () => {
    const ctx = await testAccount();
    const { person } = await testMember(ctx.accountId, "billing");
    const { accountId } = ctx;
    const wallet = { accountId, unit: "tool_run", idempotencyKey: newId() } as const;
    await post([
      grantPosting({ ...wallet, type: "bonus", amount: nano(10n), description: "Runs", source: "system" }),
    ]);
    await evaluateAlerts(accountId, "tool_run");
    const entry = { type: "spend", amount: nano(-7n), description: "Runs", source: "api" } as const;
    await post([{ ...wallet, idempotencyKey: newId(), entries: [entry], floor: nano(0n) }]);
    await evaluateAlerts(accountId, "tool_run");
    expect(await mailsOf(ctx)).toEqual([
      { recipient: person.email, subject: "70 % of your tool runs are used (Test)" },
    ]);
    const [mail] = await prisma().email.findMany({ where: { accountId } });
    expect(mail?.plain).toContain("3 tool runs of 10 tool runs");
    expect(mail?.plain).toContain(`/billing/buy?account=${accountId}#volume`);
  });
});
