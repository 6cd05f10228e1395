import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { acrossAccounts, inAccount, sqlOf } from "@/lib/db/transaction";
import { listTransactions } from "@/lib/ledger/list";
import { createDraft, saveDraft } from "@/lib/metering/drafts/drafts";
import { publishDraft } from "@/lib/metering/drafts/publish-draft";
import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { displayDay } from "@/lib/values/display/time";
import { accountWith, balanceOf, grant, postAt, testAccount } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import { testOperator } from "@/lib/testing/operators";
import { testMember } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { startOfDay, utcDay } from "@/lib/values/time";
import { explainRow } from "@/lib/reports/explain/explain-row";
import { approveAdjustment } from "../adjustments/approve";
import { listAdjustments } from "../adjustments/list";
import { proposeCorrection } from "../adjustments/propose";
import { seenOf } from "../adjustments/rules/seen";
import { setOperatorLimit } from "../limits/set-limit";
import { tellCustomer } from "../tell";
import { approveReRate } from "./approve";
import { endReRate } from "./end";
import { postShare } from "./post-share";
import { previewReRate } from "./preview";
import { proposeReRate } from "./propose";
import { readReRate } from "./read";

let ada: Operator;
let bob: Operator;
beforeAll(async () => {
  await ensureDefaultRateCard();
  ada = (await testOperator()).operator;
  bob = (await testOperator()).operator;
  for (const { actor } of [ada, bob])
    await setOperatorLimit(actor.email, { credits: parseCredits("1000000"), toolRuns: 1_000_000n }, "test");
});

const RUN: DraftEntry = {
  ...{ feature: "judge_run", operation: "", model: "", hardware: "", meter: "run", unit: "credit" },
  ...{ price: "7", per: "1", markup: "", floor: "0", tiers: [] },
};

/** An account's own price of a judge run, as a version. Everyone's is 0.01. */
async function version(accountId: string, price: string): Promise<number> {
  const id = await createDraft(ada, { name: "Theirs", accountId });
  const entries = [{ ...RUN, price }];
  await saveDraft(ada, { id, revision: 1, name: "Theirs", note: "", validFrom: null, entries });
  return (await publishDraft(ada, { id, revision: 2 })).version;
}

const runs = (ctx: Context, ...quantities: string[]) =>
  recordUsage(
    ctx,
    quantities.map((run) => ({ id: newId(), feature: "judge_run", quantities: { run } })),
  );

const today = utcDay(new Date());

async function proposed(accountId: string, ofVersion: number, more: object = {}): Promise<string> {
  const asked = { requestKey: newId(), reason: "Agreed in spring", version: ofVersion, accountId: null };
  const id = await proposeReRate(ada, { ...asked, from: today, to: today, ...more });
  await previewReRate(id);
  return id;
}

async function approved(id: string, by = bob): Promise<void> {
  const { digest, shares } = await readReRate(by, id);
  await approveReRate(by, { id, digest });
  for (const { accountId } of shares) await postShare(id, accountId);
}

const rowsOf = async (ctx: Context, refId: string) =>
  (await listTransactions(ctx, { refId }, { limit: 50 })).rows;

describe("a re-rate", () => {
  it("shows each customer's difference, and posts it as one new row that says why", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "100", "200", "3");
    const { person } = await testMember(accountId, "owner");
    await listen(ctx, ["transaction.corrected"]);
    const before = (await balanceOf(ctx)).balance;
    const id = await proposed(accountId, await version(accountId, "0.004"));
    const preview = await readReRate(bob, id);
    expect(preview).toMatchObject({ status: "proposed", accountId, from: today, to: today });
    expect(preview.shares).toMatchObject([
      {
        calls: "3",
        changed: "3",
        oldCharge: "3.03",
        newCharge: "1.212",
        difference: "1.818",
        state: "waiting",
      },
    ]);
    expect((await balanceOf(ctx)).balance).toBe(before);
    await approved(id);
    expect((await balanceOf(ctx)).balance).toBe(before + parseCredits("1.818"));
    expect(await rowsOf(ctx, id)).toMatchObject([
      {
        ...{ type: "refund", amount: "1.818", ref_type: "re_rate", source: "admin_correction" },
        description: `Calls of ${displayDay(today)} priced anew: Agreed in spring`,
      },
    ]);
    expect((await readReRate(bob, id)).shares).toMatchObject([{ state: "posted" }]);
    // What was re-rated is not priced again, and is counted all the same.
    const again = await proposed(accountId, await version(accountId, "0.002"));
    expect(await readReRate(bob, again)).toMatchObject({
      shares: [{ calls: "3", changed: "0", unchanged: "3", leftOut: "3", oldCharge: "0", state: "none" }],
      totals: [{ unit: "credit", accounts: 0, changed: "0", unchanged: "3", leftOut: "3" }],
    });
    await tellCustomer({ accountId, about: "re_rate", id });
    await tellCustomer({ accountId, about: "re_rate", id });
    const mails = await prisma().email.findMany({ where: { accountId, recipient: person.email } });
    expect(mails.map(({ template }) => template)).toEqual(["backoffice-re_rate"]);
    await postShare(id, accountId);
    expect(await announcedTo(ctx)).toMatchObject([
      {
        type: "transaction.corrected",
        data: { amount: "1.818", corrects: null, reason: "Agreed in spring" },
      },
    ]);
  });

  it("is previewed and posted whole for an account with more calls than are read at once", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    for (const count of [900, 900, 201]) await runs(ctx, ...Array.from({ length: count }, () => "2"));
    const before = (await balanceOf(ctx)).balance;
    const id = await proposed(accountId, await version(accountId, "0.004"));
    const { status, shares } = await readReRate(bob, id);
    expect(status).toBe("proposed");
    expect(shares).toMatchObject([
      { calls: "2001", changed: "2001", oldCharge: "40.02", newCharge: "16.008", difference: "24.012" },
    ]);
    await approved(id);
    expect((await balanceOf(ctx)).balance).toBe(before + parseCredits("24.012"));
  });

  it("is explained by what it is made of, and each of its calls by it", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "100", "200");
    const ofVersion = await version(accountId, "0.004");
    await approved(await proposed(accountId, ofVersion));
    const { rows } = await listTransactions(ctx, {}, { limit: 10 });
    const [row, last] = rows;
    const explained = await explainRow(ctx, row?.id ?? "");
    expect(explained).toMatchObject({
      re_rate: {
        ...{ version: ofVersion, calls: "2" },
        parts: [{ feature: "judge_run", month: today.slice(0, 7), calls: "2", amount: "1.8" }],
      },
      re_rated: null,
    });
    expect(explained.transaction.amount).toBe("1.8");
    const call = await explainRow(ctx, last?.id ?? "");
    const of = { "-2": ["2", "0.8", "1.2"], "-1": ["1", "0.4", "0.6"] }[last?.amount ?? ""] ?? [];
    const [charged, anew, difference] = of;
    expect(call).toMatchObject({
      re_rate: null,
      re_rated: { version: ofVersion, charged, priced_anew: anew, difference, transaction_id: row?.id },
    });
  });

  it("gives back into the grants from which the calls were paid, and charges upwards into negative credit", async () => {
    const ctx = await accountWith("1");
    const { accountId } = ctx;
    await runs(ctx, "50");
    await grant(ctx, "5", new Date(Date.now() + 86_400_000));
    await approved(await proposed(accountId, await version(accountId, "0")));
    const grants = () =>
      inAccount(accountId, (tx) => tx.grant.count({ where: { accountId, unit: "credit" } }));
    // No grant of its own: the first one is whole again.
    expect(await grants()).toBe(2);
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("6"));
    await runs(ctx, "10");
    const id = await proposed(accountId, await version(accountId, "2"));
    await approved(id);
    expect(await rowsOf(ctx, id)).toMatchObject([{ type: "spend", amount: "-20" }]);
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("-14"));
  });

  it("gives paid credit back as paid credit where the calls ran into debt, and a top-up has paid it since", async () => {
    const ctx = await testAccount();
    const { accountId } = ctx;
    await runs(ctx, "600", "400");
    await postAt(ctx, new Date().toISOString(), "topup", "50");
    await approved(await proposed(accountId, await version(accountId, "0.005")));
    const grants = await inAccount(accountId, (tx) => tx.grant.findMany({ where: { accountId } }));
    expect(grants.map(({ origin }) => origin)).toEqual(["topup"]);
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("45"));
  });

  it("leaves out what a correction has put right, before it is priced and before it is posted", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "100", "200", "300");
    const rows = (await listTransactions(ctx, { types: ["spend"] }, { limit: 10 })).rows;
    const correct = async (corrects = "") => {
      const asked = { accountId, requestKey: newId(), unit: "credit" as const, amount: "1", reason: "Wrong" };
      const id = await proposeCorrection(ada, { ...asked, corrects, others: [] });
      await approveAdjustment(bob, { accountId, id, amount: "1" });
    };
    await correct(rows[0]?.id);
    const id = await proposed(accountId, await version(accountId, "0"));
    expect((await readReRate(bob, id)).shares).toMatchObject([{ calls: "3", changed: "2", leftOut: "1" }]);
    await approveReRate(bob, { id, digest: (await readReRate(bob, id)).digest });
    // What waits for the worker is shown to who would give the same charge back.
    await expect(correct(rows[1]?.id)).rejects.toMatchObject({ code: "conflict" });
    await postShare(id, accountId);
    await expect(correct(rows[1]?.id)).rejects.toMatchObject({ code: "conflict" });
    expect((await readReRate(bob, id)).shares).toMatchObject([{ state: "posted" }]);
  });

  it("posts nothing where a correction has come between its preview and its posting", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "100", "200");
    const [row] = (await listTransactions(ctx, { types: ["spend"] }, { limit: 10 })).rows;
    const asked = {
      accountId,
      unit: "credit" as const,
      amount: "1",
      reason: "Wrong",
      corrects: row?.id ?? "",
    };
    const correction = await proposeCorrection(ada, { ...asked, requestKey: newId(), others: [] });
    const id = await proposed(accountId, await version(accountId, "0"));
    const [{ others } = { others: [] }] = (await listAdjustments(ada, { accountId })).rows;
    expect(others).toMatchObject([{ id, kind: "re_rate", isPosted: false }]);
    await approveReRate(bob, { id, digest: (await readReRate(bob, id)).digest });
    await approveAdjustment(bob, { accountId, id: correction, amount: "1", others: seenOf(others) });
    await postShare(id, accountId);
    expect((await readReRate(bob, id)).shares).toMatchObject([{ state: "refused" }]);
  });

  it("is previewed whole and once, however many workers are at it at the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      const ctx = await accountWith("100");
      const { accountId } = ctx;
      await runs(ctx, "1", "2", "3");
      const asked = {
        requestKey: newId(),
        reason: "Agreed",
        version: await version(accountId, "0.02"),
        accountId: null,
      };
      const id = await proposeReRate(ada, { ...asked, from: today, to: today });
      const answers = await Promise.allSettled([1, 2, 3, 4].map(() => previewReRate(id)));
      expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
      expect(await readReRate(bob, id)).toMatchObject({
        ...{ status: "proposed", shares: [{ calls: "3", changed: "3", difference: "-0.06" }] },
      });
    }
  });

  it("of which another worker has begun the preview anew gets nothing more from the first", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "1", "2");
    const asked = {
      requestKey: newId(),
      reason: "Agreed",
      version: await version(accountId, "0.02"),
      accountId: null,
    };
    const id = await proposeReRate(ada, { ...asked, from: today, to: today });
    let first: Promise<void> | undefined;
    await acrossAccounts(async (tx) => {
      // At its end the first asks for its proposer's limit, and waits for it here.
      await sqlOf(tx).query("SELECT id FROM users WHERE id = $1::uuid FOR UPDATE", [ada.actor.userId]);
      first = previewReRate(id);
      first.catch(() => undefined);
      await vi.waitFor(async () => expect((await readReRate(bob, id)).shares).toHaveLength(1), 20_000);
      await sqlOf(tx).query("UPDATE re_rates SET attempt = $2::uuid WHERE id = $1::uuid RETURNING id", [
        id,
        newId(),
      ]);
    });
    await expect(first).rejects.toThrow(/begun again/);
    expect(await readReRate(bob, id)).toMatchObject({ status: "previewing" });
    await previewReRate(id);
    expect(await readReRate(bob, id)).toMatchObject({
      status: "proposed",
      shares: [{ calls: "2", changed: "2" }],
    });
  });

  it("counts on the day on which its size became known, so that many from before midnight share one limit", async () => {
    const eve = (await testOperator()).operator;
    await setOperatorLimit(eve.actor.email, { credits: parseCredits("5"), toolRuns: 0n }, "test");
    const yesterday = new Date(startOfDay(today).getTime() - 60_000);
    const states: string[] = [];
    for (let each = 0; each < 3; each++) {
      const ctx = await accountWith("100");
      const { accountId } = ctx;
      const occurred_at = new Date(yesterday.getTime() - 3_600_000).toISOString();
      await recordUsage(ctx, [
        { id: newId(), feature: "judge_run", quantities: { run: "200" }, occurred_at },
      ]);
      const cheap = await version(accountId, "0");
      const id = newId();
      const days = { fromAt: startOfDay(utcDay(yesterday)), untilAt: yesterday };
      await prisma().reRate.create({
        data: {
          id,
          reason: "Late",
          accountId,
          version: cheap,
          ...days,
          proposedBy: eve.actor.userId,
          proposedAt: yesterday,
        },
      });
      await previewReRate(id);
      states.push((await readReRate(bob, id)).status);
    }
    // Two ECU each, of five.
    expect(states).toEqual(["proposed", "proposed", "withdrawn"]);
  });

  it("is posted once, however many approve, decline and post it at the same moment", async () => {
    const eve = (await testOperator()).operator;
    for (let round = 0; round < 3; round++) {
      const ctx = await accountWith("100");
      const { accountId } = ctx;
      await runs(ctx, "100");
      const id = await proposed(accountId, await version(accountId, "0"));
      const { digest } = await readReRate(bob, id);
      const answers = await Promise.allSettled([
        ...[bob, eve, bob, eve].map((who) => approveReRate(who, { id, digest })),
        endReRate(ada, { id, note: "" }),
      ]);
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await Promise.all([1, 2, 3, 4].map(() => postShare(id, accountId)));
      const { status } = await readReRate(bob, id);
      expect(await rowsOf(ctx, id)).toHaveLength(status === "approved" ? 1 : 0);
      expect((await balanceOf(ctx)).balance).toBe(parseCredits(status === "approved" ? "100" : "99"));
    }
  });

  it("is never approved by who proposed it, nor with another preview than the one that was seen", async () => {
    const ctx = await accountWith("100");
    await runs(ctx, "100");
    const id = await proposed(ctx.accountId, await version(ctx.accountId, "0"));
    const { digest } = await readReRate(ada, id);
    await expect(approveReRate(ada, { id, digest })).rejects.toMatchObject({ code: "forbidden" });
    await expect(approveReRate(bob, { id, digest: "0".repeat(64) })).rejects.toMatchObject({
      code: "conflict",
    });
    await postShare(id, ctx.accountId);
    expect(await rowsOf(ctx, id)).toEqual([]);
    await expect(
      prisma().reRate.update({
        where: { id },
        data: { status: "approved", decidedBy: ada.actor.userId, decidedAt: new Date() },
      }),
    ).rejects.toThrow(/re_rates_second_person/);
  });

  it("never prices the same call twice: two that overlap and are posted at once take it once", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "100", "100");
    const cheap = await version(accountId, "0.002");
    const [one, two] = [await proposed(accountId, cheap), await proposed(accountId, cheap)];
    for (const id of [one, two]) await approveReRate(bob, { id, digest: (await readReRate(bob, id)).digest });
    await Promise.all([one, two, one, two].map((id) => postShare(id, accountId)));
    const states = (await Promise.all([one, two].map((id) => readReRate(bob, id)))).map(
      ({ shares }) => shares[0]?.state,
    );
    expect(states.toSorted()).toEqual(["posted", "refused"]);
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("99.6"));
    // A third one leaves them out, and takes what came since.
    await runs(ctx, "10");
    const third = await proposed(accountId, await version(accountId, "0.001"));
    expect((await readReRate(bob, third)).shares).toMatchObject([{ calls: "3", leftOut: "2", changed: "1" }]);
  });

  it("posts what was previewed, whatever is metered in between", async () => {
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    await runs(ctx, "100");
    const free = await version(accountId, "0");
    const id = await proposed(accountId, free);
    // The account's own version is in force by now, and costs nothing.
    await runs(ctx, "1000");
    await approved(id);
    expect(await rowsOf(ctx, id)).toMatchObject([{ amount: "1" }]);
    const change = { where: { accountId, reRateId: id }, data: { newCharge: 5n } };
    await expect(inAccount(accountId, (tx) => tx.reRateEvent.updateMany(change))).rejects.toThrow(
      /what was previewed/,
    );
    const calls = await inAccount(accountId, (tx) =>
      tx.usageEvent.findMany({ where: { accountId }, orderBy: { charge: "asc" } }),
    );
    const more = {
      accountId,
      reRateId: id,
      eventId: calls[0]?.id ?? "",
      unit: "credit",
      oldCharge: 1n,
      newCharge: 0n,
    } as const;
    await expect(inAccount(accountId, (tx) => tx.reRateEvent.create({ data: more }))).rejects.toThrow(
      /what was previewed/,
    );
  });

  it("that moves more than its proposer may on a day is taken back by itself", async () => {
    const eve = (await testOperator()).operator;
    await setOperatorLimit(eve.actor.email, { credits: parseCredits("0.5"), toolRuns: 0n }, "test");
    const ctx = await accountWith("100");
    await runs(ctx, "100");
    const cheap = await version(ctx.accountId, "0");
    const asked = { requestKey: newId(), reason: "Too much", version: cheap, accountId: null };
    const id = await proposeReRate(eve, { ...asked, from: today, to: today });
    await previewReRate(id);
    expect(await readReRate(bob, id)).toMatchObject({ status: "withdrawn" });
  });

  it("names a period that has begun and a version that concerns the account", async () => {
    const ctx = await accountWith("1");
    const other = await accountWith("1");
    const own = await version(ctx.accountId, "1");
    const asked = { requestKey: newId(), reason: "Wrong", version: own, accountId: null };
    const wrong = [
      { from: "2090-01-01", to: "2090-01-02" },
      { from: today, to: "2020-01-01" },
      { from: today, to: today, version: 1_000_000 },
      { from: today, to: today, accountId: other.accountId },
    ];
    for (const each of wrong)
      await expect(proposeReRate(ada, { ...asked, ...each } as never)).rejects.toMatchObject({
        code: "invalid_request",
      });
  });
});

it("the balance moves by the sum of every call's difference, whatever was called and at whatever price", async () => {
  const quantity = fc.integer({ min: 1, max: 2_000 });
  const price = fc.bigInt({ min: 0n, max: 30_000_000n });
  await fc.assert(
    fc.asyncProperty(fc.array(quantity, { minLength: 1, maxLength: 8 }), price, async (quantities, each) => {
      const ctx = await accountWith("1000");
      await runs(ctx, ...quantities.map(String));
      const before = (await balanceOf(ctx)).balance;
      const id = await proposed(ctx.accountId, await version(ctx.accountId, formatCredits(nano(each))));
      await approved(id);
      const total = quantities.reduce((sum, count) => sum + BigInt(count), 0n);
      expect((await balanceOf(ctx)).balance).toBe(before + total * (10_000_000n - each));
    }),
    { numRuns: 8 },
  );
});
