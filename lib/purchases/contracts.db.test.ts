import { atStripe, deliver, mailsOf, news, rowsOf } from "@/lib/testing/stripe";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { contextOfOperator, operatorOf } from "@/lib/accounts/operator";
import { inAccount } from "@/lib/db/transaction";
import { readWallets } from "@/lib/ledger/wallets";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { balanceOf } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { applyContractInvoice } from "./contracts/apply-invoice";
import { createContract } from "./contracts/create-contract";
import { listContracts } from "./contracts/list-contracts";
import { sendDueInvoices } from "./contracts/send-due-invoices";
import { sendContractInvoice } from "./contracts/send-invoice";
import { listTransactions } from "@/lib/ledger/list";
import { readPayment } from "./read-payment";
import type { NewContract } from "./schema";
import { reconcileStripe } from "./reconcile/reconcile-stripe";

beforeAll(() => ensureDefaultRateCard());

const PART = {
  dueOn: "2030-06-01",
  amountUsd: "10000",
  credits: "100000",
  bonusCredits: "20000",
  creditExpiresOn: "2031-06-01",
};

const writtenDown = async (asOperator: Context, form: NewContract) => {
  await inAccount(asOperator.accountId, (tx) => createContract(tx, asOperator, form));
  return form.requestKey;
};

/** An account with a contract of one part, its invoice sent. */
async function signed(part: Partial<typeof PART> = {}) {
  const { person, ctx, accountId } = await testPerson();
  const operator = operatorOf({ ...person, isOperator: true }, "req_test");
  const asOperator = contextOfOperator(operator, accountId);
  const contractId = await writtenDown(asOperator, {
    accountId,
    requestKey: newId(),
    name: "Enterprise 2030",
    invoices: [{ ...PART, ...part }],
  });
  await sendContractInvoice(asOperator, { contractId, no: 1 });
  const [contract] = (await listContracts(operator)).filter(({ id }) => id === contractId);
  const { stripeInvoiceId } = await inAccount(accountId, (tx) =>
    tx.contractInvoice.findFirstOrThrow({ where: { accountId, contractId } }),
  );
  return { ctx, operator, asOperator, contractId, contract, invoiceId: stripeInvoiceId ?? "" };
}

const payInvoice = (id: string) => atStripe.invoices.pay(id, { payment_method: "pm_card_visa" });

it("is written down once, however often its form is sent, so that nobody is invoiced twice", async () => {
  const { operator, asOperator, ctx } = await signed();
  const { accountId } = ctx;
  const form = { accountId, requestKey: newId(), name: "Sent twice", invoices: [PART] };
  const ids = await Promise.all([1, 2, 3].map(() => writtenDown(asOperator, form)));
  expect(new Set([...ids, await writtenDown(asOperator, form)]).size).toBe(1);
  const found = (await listContracts(operator)).filter(({ name }) => name === "Sent twice");
  expect(found.map(({ invoices }) => invoices.length)).toEqual([1]);
});

describe("a contract's invoice", () => {
  it("that is paid grants its credit and its bonus once, with their expiry, and its receipt is sent", async () => {
    const { ctx, contract, invoiceId } = await signed();
    expect(contract?.invoices).toMatchObject([{ status: "sent", amountUsd: "10000.00" }]);
    expect(contract?.invoices[0]?.hostedUrl).toMatch(/^http/);
    await payInvoice(invoiceId);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 75", "contract_grant 100000", "bonus_grant 20000"]);
    const { credit } = await readWallets(ctx);
    const ends = new Date("2031-06-02T00:00:00.000Z");
    expect(credit.lots.map(({ paid, expiresAt }) => [paid, expiresAt])).toEqual([
      [false, ends],
      [true, ends],
      [false, null],
    ]);
    expect((await mailsOf(ctx)).filter((subject) => subject.startsWith("Receipt"))).toHaveLength(1);
    expect(await reconcileStripe()).toMatchObject({ differences: [] });
  });

  it("shows its payment at both of its rows", async () => {
    const { ctx, invoiceId } = await signed();
    await payInvoice(invoiceId);
    await deliver();
    const { rows } = await listTransactions(ctx, { types: ["contract_grant", "bonus_grant"] });
    expect(rows).toHaveLength(2);
    for (const { id } of rows)
      expect(await readPayment(ctx, id)).toMatchObject({ kind: "contract", charged_cents: 1_000_000 });
  });

  it("is granted once when ten hear of it at once", async () => {
    const { ctx, invoiceId } = await signed();
    await payInvoice(invoiceId);
    await news();
    await Promise.all(Array.from({ length: 10 }, () => applyContractInvoice(invoiceId)));
    expect(await rowsOf(ctx)).toHaveLength(3);
  });

  it("is found by reconciliation when its webhooks are lost", async () => {
    const { ctx, invoiceId } = await signed();
    await payInvoice(invoiceId);
    await news();
    expect((await reconcileStripe({ repair: true })).differences).toEqual([]);
    expect(await rowsOf(ctx)).toHaveLength(3);
  });

  it("that is voided grants nothing", async () => {
    const { ctx, operator, contractId, invoiceId } = await signed();
    await atStripe.invoices.voidInvoice(invoiceId);
    await deliver();
    expect(await rowsOf(ctx)).toEqual(["bonus 75"]);
    const [contract] = (await listContracts(operator)).filter(({ id }) => id === contractId);
    expect(contract?.invoices).toMatchObject([{ status: "void" }]);
  });

  it("that is refunded gives back the cash part; the bonus is the operator's to correct", async () => {
    const { ctx, invoiceId } = await signed();
    await payInvoice(invoiceId);
    await deliver();
    const { data } = await atStripe.invoicePayments.list({ invoice: invoiceId });
    await atStripe.refunds.create({ payment_intent: String(data[0]?.payment.payment_intent) });
    await deliver();
    expect((await balanceOf(ctx)).balance).toBe(20_075_000_000_000n);
  });

  it("is sent once, and by the clock when it is due within a month", async () => {
    const { asOperator, contractId, ctx } = await signed();
    await expect(sendContractInvoice(asOperator, { contractId, no: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(sendContractInvoice(ctx, { contractId, no: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await writtenDown(asOperator, {
      accountId: ctx.accountId,
      requestKey: newId(),
      name: "Two parts",
      invoices: [
        { ...PART, dueOn: soon },
        { ...PART, creditExpiresOn: null },
      ],
    });
    expect(await sendDueInvoices()).toBe(1);
    expect(await sendDueInvoices()).toBe(0);
    await news();
  });
});
