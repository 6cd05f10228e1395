import { beforeAll, describe, expect, it } from "vitest";
import { saveBillingDetails } from "@/lib/accounts/billing-details";
import { prisma } from "@/lib/db/client";
import { listTransactions } from "@/lib/ledger/list";
import { post } from "@/lib/ledger/post";
import { readWallets } from "@/lib/ledger/wallets";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountSince, accountWith, postAt, spend, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { formatCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { readStatement } from "./read-statement";
import { checkText, FileCheck } from "./rules/check-file";
import { Points } from "./rules/points";
import { publishedKeys, rotateSigningKey } from "./signing-keys";
import { receiptFile, statementFile } from "./statement-file";

beforeAll(() => ensureDefaultRateCard());

const textOf = async (stream: Promise<ReadableStream<Uint8Array>>) => new Response(await stream).text();
const trusted = async () => new Set((await publishedKeys()).map(({ kid }) => kid));

/** An account with rows in January, February and March of 2026. */
async function account(): Promise<Context> {
  const ctx = await accountSince("2026-01-01T00:00:00.000Z");
  await postAt(ctx, "2026-01-10T12:00:00.000Z", "topup", "100");
  await postAt(ctx, "2026-01-31T23:59:59.999Z", "spend", "-0.000000001");
  await postAt(ctx, "2026-02-01T00:00:00.000Z", "spend", "-30.5");
  await postAt(ctx, "2026-02-14T09:00:00.000Z", "refund", "0.25");
  await postAt(ctx, "2026-03-02T09:00:00.000Z", "spend", "-80");
  return ctx;
}

describe("a statement", () => {
  it("says opening + added − used = closing, to the nano-credit and to the millisecond of a day's end", async () => {
    const ctx = await account();
    const of = (from: string, to: string) => readStatement(ctx, "credit", { from, to });
    expect(await of("2026-01-01", "2026-01-31")).toMatchObject({
      ...{ opening: "0", added: "100", used: "0.000000001", closing: "99.999999999" },
      chain: { rows: "2", first_seq: "1", last_seq: "2" },
      period: { is_over: true },
    });
    expect(await of("2026-02-01", "2026-02-28")).toMatchObject({
      ...{ opening: "99.999999999", added: "0.25", used: "30.5", closing: "69.749999999" },
      by_kind: [
        { kind: "spend", added_rows: "0", added: "0", used_rows: "1", used: "30.5" },
        { kind: "charge_refund", added_rows: "1", added: "0.25", used_rows: "0", used: "0" },
      ],
      opening_grants: [{ no: 1, left: "99.999999999" }],
      closing_grants: [
        { no: 2, origin: "refund", granted: "0.25", left: "0.25" },
        { no: 1, origin: "topup", granted: "100", left: "69.499999999" },
      ],
    });
    expect(await of("2026-03-01", "2026-03-31")).toMatchObject({
      closing: "-10.250000001",
      closing_grants: [],
    });
    const nothing = await of("2025-12-01", "2025-12-31");
    expect(nothing).toMatchObject({ opening: "0", closing: "0", by_kind: [], chain: { rows: "0" } });
    const later = await of("2026-04-01", "2026-04-30");
    expect(later).toMatchObject({ opening: "-10.250000001", closing: "-10.250000001", chain: { rows: "0" } });
  });

  it("of this month ends at the balance of now, and says that it may still grow", async () => {
    const ctx = await accountWith("50");
    await post([spend(ctx, "7")]);
    const today = utcDay(new Date());
    const { balance, held, hash } = (await readWallets(ctx)).credit;
    expect(await readStatement(ctx, "credit", { from: `${today.slice(0, 7)}-01`, to: today })).toMatchObject({
      closing: formatCredits(balance),
      held: formatCredits(held),
      period: { is_over: false },
      chain: { after: hash.toString("hex"), head: { hash: hash.toString("hex") } },
    });
  });

  it("can be checked by who has the file and the keys alone: each month, and all of them together", async () => {
    const ctx = await account();
    const points = new Points();
    for (const [from, to] of [
      ["2026-02-01", "2026-02-28"],
      ["2026-01-01", "2026-01-31"],
      ["2025-01-01", "2026-12-01"],
      ["2026-05-01", "2026-05-02"],
    ] as const) {
      const text = await textOf(
        statementFile(ctx, "credit", { from, to: to > "2026-11" ? "2026-06-30" : to }),
      );
      const check = new FileCheck(from, await trusted(), points);
      for (const line of text.split("\n")) check.line(line);
      expect(check.finish().findings.filter(({ ok }) => !ok)).toEqual([]);
    }
    const runs = await textOf(statementFile(ctx, "tool_run", { from: "2026-01-01", to: "2026-01-31" }));
    expect(checkText(runs, await trusted()).ok).toBe(true);
    const short = await textOf(statementFile(ctx, "credit", { from: "2026-01-01", to: "2026-01-31" }, false));
    expect(short.trim().split("\n")).toHaveLength(2);
    expect(checkText(short, await trusted()).ok).toBe(true);
  });

  it("of more rows than are read at a time holds every one of them", async () => {
    const ctx = await testAccount();
    await post(Array.from({ length: 5_003 }, (_, index) => spend(ctx, "1", `${index}`, null)));
    const today = utcDay(new Date());
    const text = await textOf(statementFile(ctx, "credit", { from: today, to: today }));
    const report = checkText(text, await trusted());
    expect(report.findings).toContainEqual(expect.objectContaining({ ok: true, check: "Rows" }));
    expect(text.trim().split("\n")).toHaveLength(5_005);
  });

  it("is made out to who the billing details name, and to the account alone without them", async () => {
    const ctx = await accountWith("1");
    const days = { from: utcDay(new Date()), to: utcDay(new Date()) };
    expect((await readStatement(ctx, "credit", days)).account).toMatchObject({ name: "Test", billing: null });
    await saveBillingDetails(ctx, {
      ...{ name: "Acme GmbH", line1: "Weg 1", line2: "", postalCode: "1", city: "Berlin" },
      ...{ state: "", country: "DE", taxId: "DE1" },
    });
    expect((await readStatement(ctx, "credit", days)).account.billing).toMatchObject({
      name: "Acme GmbH",
      tax_id: "DE1",
    });
  });

  it("refuses days to come, days the wrong way round, and who may not read the ledger", async () => {
    const ctx = await accountWith("1");
    const of = (from: string, to: string, who = ctx) => readStatement(who, "credit", { from, to });
    await expect(of("2999-01-01", "2999-01-31")).rejects.toMatchObject({ code: "invalid_request" });
    await expect(of("2026-02-01", "2026-01-01")).rejects.toMatchObject({ code: "invalid_request" });
    const without = { ...ctx, permissions: new Set(["account:read"] as const) };
    await expect(of("2026-01-01", "2026-01-31", without)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a receipt", () => {
  it("can be checked for any row, and is none for another account's", async () => {
    const ctx = await account();
    const { rows } = await listTransactions(ctx, {});
    for (const { id } of rows)
      expect(checkText((await receiptFile(ctx, id)).text, await trusted()).ok).toBe(true);
    const other = await testAccount();
    await expect(receiptFile(other, rows[0]!.id)).rejects.toMatchObject({ code: "not_found" });
    const absent = transactionId({ accountId: ctx.accountId, unit: "credit", seq: 99n });
    await expect(receiptFile(ctx, absent)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the key that signs", () => {
  it("is another one after a rotation, and what the old one signed stays true", async () => {
    const ctx = await accountWith("1");
    const days = { from: utcDay(new Date()), to: utcDay(new Date()) };
    const old = await textOf(statementFile(ctx, "credit", days));
    const { kid } = await rotateSigningKey();
    const deeds = { where: { target: `signing_key:${kid}` } };
    expect(await prisma().operatorAuditEntry.findMany(deeds)).toMatchObject([
      { action: "signing_key.rotated", operatorEmail: "command line" },
    ]);
    const fresh = await textOf(statementFile(ctx, "credit", days));
    expect(checkText(fresh).key).toBe(kid);
    expect(checkText(old).key).not.toBe(kid);
    for (const text of [old, fresh]) expect(checkText(text, await trusted()).ok).toBe(true);
    expect((await publishedKeys())[0]?.kid).toBe(kid);
  });

  it("keeps no secret half in the database", async () => {
    const keys = await prisma().signingKey.findMany();
    expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(["createdAt", "generation", "id", "publicKey"]);
  });
});
