import { vi } from "vitest";

vi.hoisted(() => {
  process.env.ECU_ISSUER_NAME = "Compute Ltd";
  process.env.ECU_ISSUER_ADDRESS = "1 High Street; London";
});

import { atStripe, bought, control, deliver } from "@/lib/testing/stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { listTransactions } from "@/lib/ledger/list";
import { exportCreditNotes, exportReceipts } from "@/lib/purchases/export-papers";
import { listCreditNotes, receiptsOf } from "@/lib/purchases/list-papers";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { postOne } from "@/lib/ledger/post";
import { accountWith, spend, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { parseCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { readReceipt } from "./read-receipt";
import { readStatement } from "./read-statement";
import { checkText } from "./rules/check-file";
import type { ReceiptDocument } from "./schema";
import { receiptFile, statementFile } from "./statement-file";

beforeAll(() => ensureDefaultRateCard());

/** The papers of an account's rows, oldest first, each as its file says it. */
async function papersOf(ctx: Context): Promise<ReceiptDocument[]> {
  const { rows } = await listTransactions(ctx, { unit: "credit" });
  const papers: ReceiptDocument[] = [];
  for (const { id } of rows.toReversed()) {
    const { text } = await receiptFile(ctx, id);
    expect(checkText(text).findings.filter(({ ok }) => !ok)).toEqual([]);
    papers.push((await readReceipt(ctx, id)).document);
  }
  return papers;
}

const today = () => ({ from: utcDay(new Date()), to: utcDay(new Date()) });

describe("a refunded purchase", () => {
  it("has a receipt that says what was paid back, and a credit note that names the receipt", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "250");
    const before = await papersOf(ctx);
    expect(before.map(({ paper }) => paper.kind)).toEqual(["receipt"]);
    const { id } = await atStripe.refunds.create({
      ...{ payment_intent: intent, amount: 1_000, reason: "requested_by_customer" },
    });
    await deliver();
    const [receipt, note] = await papersOf(ctx);
    expect(receipt).toMatchObject({
      issued_by: { name: "Compute Ltd", address: ["1 High Street", "London"], tax_id: "" },
      paper: before[0]!.paper,
      payment: {
        ...{
          number: receipt!.paper.number,
          charged: "25.00",
          net: "25.00",
          credits: "250",
          refunded: "10.00",
        },
        refunds: [{ id, number: note!.paper.number, transaction_id: note!.transaction.id, amount: "10.00" }],
      },
      refund: null,
    });
    expect(receipt?.paper.number).toMatch(/^R-\d{6}$/);
    expect(note).toMatchObject({
      paper: { kind: "credit_note", number: expect.stringMatching(/^CN-\d{6}$/) },
      transaction: { amount: "-100" },
      payment: { number: receipt?.paper.number, transaction_id: receipt?.transaction.id },
      refund: { id, amount: "10.00", credits: "100", status: "succeeded", reason: "requested_by_customer" },
    });
    const ids = [receipt!.transaction.id, note!.transaction.id];
    const files = await Promise.all(ids.map((one) => receiptFile(ctx, one)));
    expect(files.map(({ name }) => name)).toEqual([`receipt-${ids[0]}.jsonl`, `credit-note-${ids[1]}.jsonl`]);
    const { number, charged, refunded } = receipt!.payment!;
    expect([...(await receiptsOf(ctx, ids))]).toEqual([
      [ids[0], { number, paid: charged, tax: null, net: charged, paid_back: refunded, disputed: "0.00" }],
    ]);
    expect(await listCreditNotes(ctx, { limit: 20 })).toMatchObject([
      {
        ...{ number: note?.paper.number, receipt: receipt?.paper.number, transaction_id: ids[1] },
        ...{ paid_back: "10.00", tax: null, net: "10.00", credits: "-100", is_canceled: false },
      },
    ]);
    expect(await listCreditNotes(await testAccount(), { limit: 20 })).toEqual([]);
  });

  it("says nothing of tax where none was charged", async () => {
    const ctx = await testAccount();
    await bought(ctx, "100");
    const [receipt] = await papersOf(ctx);
    expect(receipt?.payment).toMatchObject({ tax: null, net: "10.00", charged: "10.00" });
  });

  it("whose money could not be paid back has its credit note cancelled, by a paper without a number", async () => {
    const ctx = await testAccount();
    const { id } = await atStripe.refunds.create({ payment_intent: await bought(ctx, "100") });
    await deliver();
    await control("POST", `/refunds/${id}/fail`, {});
    await deliver();
    const [receipt, note, canceled] = await papersOf(ctx);
    expect([receipt, note, canceled].map((document) => document?.paper.kind)).toEqual([
      "receipt",
      "credit_note",
      "credit_note_canceled",
    ]);
    expect(canceled?.paper.number).toBeNull();
    expect(note?.refund).toMatchObject({
      status: "failed",
      returned_transaction_id: canceled?.transaction.id,
    });
    expect(receipt?.payment).toMatchObject({ refunded: "0.00" });
    const lines = await receiptsOf(ctx, [receipt!.transaction.id]);
    expect([...lines.values()]).toMatchObject([{ paid: "10.00", paid_back: "0.00", disputed: "0.00" }]);
  });
});

it("the files of receipts and credit notes have the numbers and the money of their lists", async () => {
  const ctx = await accountWith("50");
  const intent = await bought(ctx, "250");
  await atStripe.refunds.create({ payment_intent: intent, amount: 1_000 });
  await deliver();
  const [note] = await listCreditNotes(ctx, { limit: 20 });
  const { rows } = await listTransactions(ctx, { unit: "credit" });
  const [, receipt, gift] = rows;
  const lines = (await new Response(exportReceipts(ctx, "credit")).text()).trimEnd().split("\n");
  expect(lines).toEqual([
    "created_at,type,number,description,paid_usd,tax_usd,net_usd,paid_back_usd,disputed_usd,amount,transaction_id",
    `${receipt?.created_at},topup,${note?.receipt},${receipt?.description},25.00,,25.00,10.00,0.00,250,${receipt?.id}`,
    `${gift?.created_at},${gift?.type},,${gift?.description},,,,,,50,${gift?.id}`,
  ]);
  expect(await exportCreditNotes(ctx)).toBe(
    "created_at,number,receipt,paid_back_usd,tax_usd,net_usd,credits,is_canceled,transaction_id\n" +
      `${note?.created_at},${note?.number},${note?.receipt},10.00,,10.00,-100,false,${note?.transaction_id}\n`,
  );
});

it("what is no money has no number: a gift, a charge, and what was given back of one", async () => {
  const ctx = await accountWith("50");
  await postOne(spend(ctx, "20"));
  for (const { paper, payment } of await papersOf(ctx))
    expect([paper, payment]).toEqual([{ kind: "transaction", number: null }, null]);
});

describe("a statement", () => {
  it("tells refunds of payments from charges that were given back, with the rows of each, and so does its file", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    await postOne(spend(ctx, "30"));
    const back = { type: "refund", amount: parseCredits("5"), description: "Back", source: "api" } as const;
    await postOne({
      ...{ accountId: ctx.accountId, unit: "credit", idempotencyKey: "back", floor: null },
      entries: [{ ...back, refType: "usage_event", refId: "e" }],
    });
    const first = await atStripe.refunds.create({ payment_intent: intent, amount: 100 });
    await atStripe.refunds.create({ payment_intent: intent, amount: 200 });
    await deliver();
    await control("POST", `/refunds/${first.id}/fail`, {});
    await deliver();
    const { by_kind: kinds, ...statement } = await readStatement(ctx, "credit", today());
    expect(kinds).toEqual([
      { kind: "topup", added_rows: "1", added: "100", used_rows: "0", used: "0" },
      { kind: "spend", added_rows: "0", added: "0", used_rows: "1", used: "30" },
      { kind: "charge_refund", added_rows: "1", added: "5", used_rows: "0", used: "0" },
      { kind: "payment_refund", added_rows: "1", added: "10", used_rows: "2", used: "30" },
    ]);
    expect(statement).toMatchObject({ added: "115", used: "60", closing: "55" });
    const text = await new Response(await statementFile(ctx, "credit", today())).text();
    expect(checkText(text).findings.filter(({ ok }) => !ok)).toEqual([]);
  });
});
