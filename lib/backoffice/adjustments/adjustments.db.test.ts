import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { audit } from "@/lib/accounts/audit";
import { createAccount } from "@/lib/accounts/create-account";
import { listAudit } from "@/lib/accounts/list-audit";
import { contextOfOperator } from "@/lib/accounts/operator";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { prisma } from "@/lib/db/client";
import { listTransactions } from "@/lib/ledger/list";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith, balanceOf, postAt, spend, testAccount } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { post } from "@/lib/ledger/post";
import { explainRow } from "@/lib/reports/explain/explain-row";
import { listAudits } from "../audit/list-audits";
import { setOperatorLimit } from "../limits/set-limit";
import { tellCustomer } from "../tell";
import { approveAdjustment } from "./approve";
import { endAdjustment } from "./end";
import { listAdjustments } from "./list";
import { previewAmount } from "./preview";
import { proposeCorrection, proposeGrant } from "./propose";
import { seenOf } from "./rules/seen";

beforeAll(async () => {
  await ensureDefaultRateCard();
});

const operators = async () => [(await testOperator()).operator, (await testOperator()).operator] as const;

const correction = (accountId: string, amount: string, more: object = {}) => ({
  ...{
    accountId,
    requestKey: newId(),
    unit: "credit" as const,
    amount,
    reason: "Charged twice",
    corrects: "",
    others: [],
  },
  ...more,
});

const rowsAbout = async (ctx: Awaited<ReturnType<typeof accountWith>>, refId: string) =>
  (await listTransactions(ctx, { refId }, { limit: 50 })).rows;

describe("a correction", () => {
  it("is proposed by one, approved by another, and is then one new row that says why", async () => {
    const [ada, bob] = await operators();
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    expect(await previewAmount(ada, { accountId, unit: "credit", amount: "-30.5" })).toMatchObject({
      ...{ balance: "100", amount: "-30.5", after: "69.5" },
    });
    const id = await proposeCorrection(ada, correction(accountId, "-30.5"));
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("100"));
    await approveAdjustment(bob, { accountId, id, amount: "-30.5" });
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("69.5"));
    expect(await rowsAbout(ctx, id)).toMatchObject([
      {
        ...{ type: "admin_correction", amount: "-30.5", source: "admin_correction", ref_type: "correction" },
        description: "Correction: Charged twice",
      },
    ]);
    const log = await prisma().operatorAuditEntry.findMany({ where: { accountId }, orderBy: { id: "asc" } });
    expect(log.map(({ action, operatorEmail }) => [action, operatorEmail])).toEqual([
      ["correction.proposed", ada.actor.email],
      ["correction.approved", bob.actor.email],
    ]);
    for (const { details } of log) expect(details).toMatchObject({ unit: "credit", amount: "-30.5" });
  });

  it("of a history that is brought over stands in the ledger and in both audit logs at its time, as the opening of its account does", async () => {
    const [ada, bob] = await operators();
    const [opened, asked, decided] = [
      "2026-03-02T00:00:00.000Z",
      "2026-04-12T14:35:00.000Z",
      "2026-04-12T15:00:00.000Z",
    ];
    const { person } = await testPerson();
    const actor = { kind: "system", name: "test" } as const;
    const accountId = await createAccount({
      ...{ name: "Old", ownerId: person.userId, starter: false, actor, requestId: "", at: new Date(opened) },
    });
    const ctx = systemContext(accountId, "test");
    const id = await proposeCorrection(ada, correction(accountId, "2.4"), new Date(asked));
    await approveAdjustment(bob, { accountId, id, amount: "2.4" }, new Date(decided));
    expect(await rowsAbout(ctx, id)).toMatchObject([{ amount: "2.4", created_at: decided }]);
    const { rows } = await listAdjustments(ada, { accountId });
    expect(rows).toMatchObject([{ proposedAt: asked, decidedAt: decided, decidedBy: bob.actor.email }]);
    const logs = [
      (await listAudits(ada, "operators", { accountId })).rows,
      (await listAudits(ada, "accounts", { accountId })).rows,
    ];
    expect(logs.map((log) => log.map(({ action, at }) => [action, at]))).toEqual([
      [
        ["correction.approved", decided],
        ["correction.proposed", asked],
      ],
      [
        ["correction.approved", decided],
        ["correction.proposed", asked],
        ["account.created", opened],
      ],
    ]);
  });

  it("has its amount in ECU in every audit log, also where an older entry says it in nano-credits", async () => {
    const [ada] = await operators();
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    const id = await proposeCorrection(ada, correction(accountId, "-30.5"));
    const deed = { action: "correction.proposed", subjectType: "correction", subjectId: id };
    const said = (amount: string) => ({ ...deed, details: { unit: "credit", amount, reason: "Twice" } });
    await inAccount(accountId, async (tx) => {
      await audit(tx, contextOfOperator(ada, accountId), said("-30500000000"));
      // Not the proposal's number: it stays as it stands.
      await audit(tx, contextOfOperator(ada, accountId), said("-30500000001"));
    });
    const logs = [
      (await listAudits(ada, "operators", { accountId, action: "correction." })).rows,
      (await listAudits(ada, "accounts", { accountId, action: "correction." })).rows,
      (await listAudit(ctx, null)).rows.filter(({ action }) => action === "correction.proposed"),
    ];
    for (const rows of logs)
      expect(rows.map(({ details }) => (details as { amount: string }).amount)).toEqual([
        ...["-30500000001", "-30.5", "-30.5"],
      ]);
    expect(logs[0]?.[1]?.details).toEqual({ unit: "credit", amount: "-30.5", reason: "Twice" });
  });

  it("is never approved by who proposed it", async () => {
    const [ada, bob] = await operators();
    const ctx = await accountWith("100");
    const { accountId } = ctx;
    const id = await proposeCorrection(ada, correction(accountId, "1"));
    await expect(approveAdjustment(ada, { accountId, id, amount: "1" })).rejects.toMatchObject({
      code: "forbidden",
    });
    // Nor by a statement that goes around the verb.
    const data = {
      status: "posted",
      decidedBy: ada.actor.userId,
      decidedAt: new Date(),
      postedSeq: 1n,
    } as const;
    await expect(
      inAccount(accountId, (tx) =>
        tx.adjustment.update({ where: { accountId_id: { accountId, id } }, data }),
      ),
    ).rejects.toThrow(/adjustments_second_person/);
    await approveAdjustment(bob, { accountId, id, amount: "1" });
  });

  it("is posted once, however many approve, decline and take it back at the same moment", async () => {
    const [ada, bob] = await operators();
    const [eve, dan] = await operators();
    for (let round = 0; round < 5; round++) {
      const ctx = await accountWith("100");
      const { accountId } = ctx;
      const id = await proposeCorrection(ada, correction(accountId, "7"));
      const asked = { accountId, id, amount: "7" };
      const answers = await Promise.allSettled([
        ...[bob, eve, dan, bob, eve].map((who) => approveAdjustment(who, asked)),
        endAdjustment(dan, { accountId, id, note: "no" }),
        endAdjustment(ada, { accountId, id, note: "" }),
      ]);
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const answer of answers)
        if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "conflict" });
      const { rows } = await listAdjustments(ada, { accountId });
      const posted = rows[0]?.status === "posted";
      expect(await rowsAbout(ctx, id)).toHaveLength(posted ? 1 : 0);
      expect((await balanceOf(ctx)).balance).toBe(parseCredits(posted ? "107" : "100"));
    }
  });

  it("is refused when its amount is not the one that was seen", async () => {
    const [ada, bob] = await operators();
    const { accountId } = await accountWith("100");
    const id = await proposeCorrection(ada, correction(accountId, "5"));
    for (const amount of ["50", "-5", "5.000000001", ""])
      await expect(approveAdjustment(bob, { accountId, id, amount })).rejects.toMatchObject({
        code: "conflict",
      });
  });

  it("sent twice by the form is one proposal", async () => {
    const [ada] = await operators();
    const { accountId } = await accountWith("100");
    const input = correction(accountId, "5");
    await Promise.all([proposeCorrection(ada, input), proposeCorrection(ada, input)]);
    expect((await listAdjustments(ada, { accountId })).rows).toHaveLength(1);
  });

  it("goes into negative credit, which the next credit pays", async () => {
    const [ada, bob] = await operators();
    const ctx = await accountWith("10");
    const { accountId } = ctx;
    const id = await proposeCorrection(ada, correction(accountId, "-25"));
    await approveAdjustment(bob, { accountId, id, amount: "-25" });
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("-15"));
  });

  it("names a transaction of its account alone, and an account that is there", async () => {
    const [ada] = await operators();
    const ctx = await accountWith("10");
    const other = await accountWith("10");
    const [row] = (await listTransactions(ctx, {}, { limit: 1 })).rows;
    const corrects = row?.id ?? "";
    await proposeCorrection(ada, correction(ctx.accountId, "1", { corrects }));
    await expect(
      proposeCorrection(ada, correction(other.accountId, "1", { corrects })),
    ).rejects.toMatchObject({ code: "invalid_request" });
    await expect(proposeCorrection(ada, correction(newId(), "1"))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("names a row of the wallet that it changes", async () => {
    const [ada] = await operators();
    const ctx = await accountWith("10");
    const [row] = (await listTransactions(ctx, {}, { limit: 1 })).rows;
    const asked = correction(ctx.accountId, "1", { corrects: row?.id, unit: "tool_run" });
    await expect(proposeCorrection(ada, asked)).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("that gives a charge back puts it where it was taken, also where it was owed and paid since", async () => {
    const [ada, bob] = await operators();
    const ctx = await testAccount();
    const { accountId } = ctx;
    const topUp = () => postAt(ctx, new Date().toISOString(), "topup", "10");
    await topUp();
    await postAt(ctx, new Date().toISOString(), "spend", "-15");
    await topUp();
    const [charge] = (await listTransactions(ctx, { types: ["spend"] }, { limit: 1 })).rows;
    const named = { id: charge?.id, type: "spend", amount: "-15", description: charge?.description };
    const about = { accountId, unit: "credit", amount: "17", corrects: charge?.id } as const;
    expect((await previewAmount(ada, about)).named).toMatchObject(named);
    const id = await proposeCorrection(ada, correction(accountId, "17", { corrects: charge?.id }));
    expect((await listAdjustments(bob, { accountId })).rows).toMatchObject([{ id, named }]);
    await approveAdjustment(bob, { accountId, id, amount: "17" });
    // Either leads the customer to the other.
    const [posted] = await rowsAbout(ctx, id);
    for (const each of [charge?.id, posted?.id]) {
      const { timeline } = await explainRow(ctx, each ?? "");
      expect(timeline.map((row) => row.id)).toEqual([charge?.id, posted?.id]);
    }
    const lots = await inAccount(accountId, (tx) =>
      sqlOf(tx).query(
        `SELECT g.no, g.origin::text, g.paid > 0 AS paid, l ->> 'remaining' AS left FROM wallets w, jsonb_array_elements(w.lots) l
         JOIN grants g ON g.account_id = $1::uuid AND g.unit = 'credit' AND g.no = (l ->> 'no')::int
         WHERE w.account_id = $1::uuid AND w.unit = 'credit' ORDER BY g.no`,
        [accountId],
      ),
    );
    // Above the charge it is a gift.
    expect(lots).toEqual([
      { no: 1, origin: "topup", paid: true, left: "10000000000" },
      { no: 2, origin: "topup", paid: true, left: "10000000000" },
      { no: 3, origin: "correction", paid: false, left: "2000000000" },
    ]);
  });

  it("shows who proposes and who approves what else puts the same row right, and is refused until they have seen it", async () => {
    const [ada, bob] = await operators();
    const [eve, dan] = await operators();
    const ctx = await accountWith("10");
    const { accountId } = ctx;
    const [row] = (await listTransactions(ctx, {}, { limit: 1 })).rows;
    const corrects = row?.id ?? "";
    const asked = () => correction(accountId, "-3", { corrects });
    // Of two at the same moment one is made.
    const both = await Promise.allSettled([proposeCorrection(ada, asked()), proposeCorrection(eve, asked())]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [first] = (await listAdjustments(bob, { accountId })).rows;
    const id = first?.id ?? "";
    await expect(proposeCorrection(dan, asked())).rejects.toMatchObject({
      ...{ code: "conflict", message: expect.stringContaining("-3") as string },
    });
    const { others } = await previewAmount(dan, { accountId, unit: "credit", amount: "-3", corrects });
    expect(others).toMatchObject([{ id, amount: "-3", isPosted: false }]);
    const second = await proposeCorrection(dan, { ...asked(), others: seenOf(others) });
    const seen =
      (await listAdjustments(bob, { accountId })).rows.find((each) => each.id === second)?.others ?? [];
    expect(seen).toMatchObject([{ id }]);
    // What has been posted since was not seen as it is.
    await approveAdjustment(bob, { accountId, id, amount: "-3", others: [`${second} proposed`] });
    const approval = { accountId, id: second, amount: "-3" };
    await expect(approveAdjustment(bob, { ...approval, others: seenOf(seen) })).rejects.toMatchObject({
      code: "conflict",
    });
    await approveAdjustment(bob, { ...approval, others: [`${id} posted`] });
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("4"));
  });

  it("sent again by the form with another reason is not taken for the first", async () => {
    const [ada] = await operators();
    const { accountId } = await accountWith("10");
    const input = correction(accountId, "5");
    await proposeCorrection(ada, input);
    await proposeCorrection(ada, input);
    await expect(proposeCorrection(ada, { ...input, reason: "Another reason" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is told to who answers for the money, once, and to their systems", async () => {
    const [ada, bob] = await operators();
    const { accountId, person, ctx } = await testPerson();
    await listen(ctx, ["transaction.corrected"]);
    const [wrong] = (await listTransactions(ctx, {}, { limit: 1 })).rows;
    const corrects = wrong?.id ?? "";
    const id = await proposeCorrection(ada, correction(accountId, "5", { corrects }));
    const about = { accountId, about: "correction", id } as const;
    await tellCustomer(about);
    const mails = () =>
      prisma().email.findMany({
        where: { accountId, recipient: person.email, template: "backoffice-correction" },
      });
    expect(await mails()).toEqual([]);
    expect(await announcedTo(ctx)).toEqual([]);
    await Promise.allSettled([1, 2].map(() => approveAdjustment(bob, { accountId, id, amount: "5" })));
    await tellCustomer(about);
    await tellCustomer(about);
    expect(await mails()).toMatchObject([{ subject: "Your balance was corrected: +5 ECU" }]);
    const [row] = await rowsAbout(ctx, id);
    expect(await announcedTo(ctx)).toEqual([
      {
        type: "transaction.corrected",
        data: {
          ...{
            unit: "credit",
            transaction_id: row?.id,
            corrects,
            amount: "5",
            balance_after: row?.balance_after,
          },
          reason: "Charged twice",
        },
      },
    ]);
  });
});

describe("a grant", () => {
  it("is promotional credit of its own, with its last day", async () => {
    const [ada, bob] = await operators();
    const ctx = await accountWith("1");
    const { accountId } = ctx;
    const common = { accountId, unit: "credit" as const, amount: "20", reason: "Conference" };
    await expect(
      proposeGrant(ada, { ...common, requestKey: newId(), expiresOn: "2020-01-01" }),
    ).rejects.toMatchObject({ code: "invalid_request" });
    const id = await proposeGrant(ada, { ...common, requestKey: newId(), expiresOn: "2090-01-01" });
    await approveAdjustment(bob, { accountId, id, amount: "20" });
    expect(await rowsAbout(ctx, id)).toMatchObject([{ type: "bonus", amount: "20" }]);
    const grants = await inAccount(accountId, (tx) =>
      tx.grant.findMany({ where: { accountId }, orderBy: { no: "desc" } }),
    );
    expect(grants[0]).toMatchObject({
      ...{ origin: "bonus", paid: 0n, expiresAt: new Date("2090-01-02T00:00:00Z") },
    });
  });

  it("is told with the time at which it expires", async () => {
    const [ada, bob] = await operators();
    const { accountId } = (await testPerson()).ctx;
    const asked = { accountId, unit: "credit" as const, amount: "20", reason: "Conference" };
    for (const expiresOn of ["2090-01-01", null]) {
      const id = await proposeGrant(ada, { ...asked, requestKey: newId(), expiresOn });
      await approveAdjustment(bob, { accountId, id, amount: "20" });
      await tellCustomer({ accountId, about: "grant", id });
    }
    const mails = await prisma().email.findMany({
      where: { accountId, template: "backoffice-grant" },
      orderBy: { createdAt: "asc" },
    });
    const words = "What is not used until 2 Jan 2090, 00:00 UTC expires.";
    expect(mails.map(({ plain }) => plain.includes(words))).toEqual([true, false]);
    expect(mails[1]?.plain).not.toContain("expires");
  });

  it("of tool runs goes to the other wallet", async () => {
    const [ada, bob] = await operators();
    const ctx = await accountWith("1");
    const { accountId } = ctx;
    const id = await proposeGrant(ada, {
      ...{
        accountId,
        requestKey: newId(),
        unit: "tool_run",
        amount: "500",
        reason: "Trial",
        expiresOn: null,
      },
    });
    await approveAdjustment(bob, { accountId, id, amount: "500" });
    expect((await balanceOf(ctx, "tool_run")).balance).toBe(500n);
  });
});

describe("an operator's day", () => {
  it("has a limit for what they propose and one for what they approve, over all accounts", async () => {
    const [ada, bob] = await operators();
    await setOperatorLimit(ada.actor.email, { credits: parseCredits("10"), toolRuns: 5n }, "test");
    const first = await accountWith("1");
    const second = await accountWith("1");
    const mine = await proposeCorrection(ada, correction(first.accountId, "-6"));
    await expect(proposeCorrection(ada, correction(second.accountId, "5"))).rejects.toMatchObject({
      code: "forbidden",
    });
    // What is taken back is free again.
    await endAdjustment(ada, { accountId: first.accountId, id: mine, note: "" });
    await proposeCorrection(ada, correction(second.accountId, "5"));
    const theirs = await proposeCorrection(bob, correction(first.accountId, "11"));
    await expect(
      approveAdjustment(ada, { accountId: first.accountId, id: theirs, amount: "11" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not overdrawn by many proposals at once", async () => {
    const [ada] = await operators();
    await setOperatorLimit(ada.actor.email, { credits: parseCredits("10"), toolRuns: 0n }, "test");
    const { accountId } = await accountWith("1");
    const asked = Array.from({ length: 8 }, () => proposeCorrection(ada, correction(accountId, "3")));
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  it("is ten thousand ECU where nobody said otherwise", async () => {
    const [ada] = await operators();
    const { accountId } = await accountWith("1");
    await proposeCorrection(ada, correction(accountId, "10000"));
    await expect(proposeCorrection(ada, correction(accountId, "0.000000001"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

it("the balance is what it was, and every approved amount, whatever is proposed in whatever order", async () => {
  const [ada, bob] = await operators();
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          amount: fc.bigInt({ min: -40_000_000_000n, max: 40_000_000_000n }).filter((size) => size !== 0n),
          approved: fc.boolean(),
          spent: fc.bigInt({ min: 1n, max: 5_000_000_000n }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      async (steps) => {
        const ctx = await accountWith("50");
        let expected: bigint = parseCredits("50");
        for (const { amount, approved, spent } of steps) {
          const text = formatCredits(nano(amount));
          const id = await proposeCorrection(ada, correction(ctx.accountId, text));
          await post([spend(ctx, formatCredits(nano(spent)), newId(), null)]);
          expected -= spent;
          if (!approved) continue;
          await approveAdjustment(bob, { accountId: ctx.accountId, id, amount: text });
          expected += amount;
        }
        expect((await balanceOf(ctx)).balance).toBe(expected);
      },
    ),
    { numRuns: 15 },
  );
});
