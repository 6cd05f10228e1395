import { atStripe, bought, control, deliver } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { contextOfOperator, operatorOf } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { inAccount, readAcrossAccounts, sqlOf } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { postTransaction } from "@/lib/metering/post-transaction";
import { recordUsage } from "@/lib/metering/record";
import { NewTransaction } from "@/lib/metering/schema-ledger";
import { createContract } from "@/lib/purchases/contracts/create-contract";
import { sendContractInvoice } from "@/lib/purchases/contracts/send-invoice";
import { listPayments } from "@/lib/purchases/list-payments";
import { readPaymentById } from "@/lib/purchases/read-payment";
import { NewContract } from "@/lib/purchases/schema";
import { testPerson } from "@/lib/testing/people";
import { readCsv } from "@/lib/testing/read-csv";
import { PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseScaled } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { parseUsd } from "@/lib/values/usd";
import { exportJournal } from "./export-journal";
import { saveJournalAccounts } from "./journal-accounts";
import { readCash } from "./read-cash";
import { readLiability } from "./read-liability";
import { readCreditNow } from "./read-now";
import { figuresOf } from "./rules/figures";
import { POOLS } from "./rules/pools";
import { SaveJournalAccounts } from "./schema";

beforeAll(() => ensureDefaultRateCard());

const month = utcDay(new Date()).slice(0, 7);
const value = parseUsd("0.1");

/** What the journal moves on an account, in cents: debit − credit. */
async function balances(): Promise<Map<string, bigint>> {
  const [head = [], ...rows] = readCsv((await exportJournal(month, value)).csv);
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const of = (name: string) => row[head.indexOf(name)] ?? "";
    const amount = parseScaled(of("Debit") || "0", 2) - parseScaled(of("Credit") || "0", 2);
    sums.set(of("Account code"), (sums.get(of("Account code")) ?? 0n) + amount);
  }
  return sums;
}

/** The overview's figures are the report's, where money moved at Stripe and elsewhere. */
async function expectSameFigures(): Promise<void> {
  const moment = new Date();
  const [now, report] = [
    await readCreditNow(value, moment),
    (await readLiability(month, value, moment)).months.at(-1),
  ];
  if (!report) throw new Error("there is no month");
  expect(now.sold + now.elsewhere).toBe(figuresOf(report).sold);
  expect(now.sold).not.toBe(0n);
  expect(now.deferred).toBe(figuresOf(report).deferred);
  const { pools: worths, ahead } = report.worth;
  expect(now.worth).toEqual({ unused: worths.paid.closing, ahead: ahead.closing });
  expect(now.cash).toEqual(await readCash(month));
  for (const pool of POOLS) expect(now.pools[pool]).toBe(report.pools[pool].closing);
}

it("has on the clearing account what Stripe has, also where credit was sold below its value and went back", async () => {
  const { ctx: person } = await testPerson();
  const ctx = { ...person, permissions: new Set(PERMISSIONS) };
  const first = await bought(ctx, "200");
  const second = await bought(ctx, "100");
  // Sold at 7.77 dollars for a hundred, as a contract may have it.
  await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query(
      "UPDATE payments SET net_cents = 777 WHERE account_id = $1::uuid AND id = $2 RETURNING id",
      [ctx.accountId, second],
    ),
  );
  await recordUsage(ctx, [{ id: "one", model: "gpt-4o", input_tokens: 100_000, output_tokens: 31_000 }]);
  await atStripe.refunds.create({ payment_intent: first, amount: 1_234 });
  const { latest_charge: charge } = await atStripe.paymentIntents.retrieve(second);
  await control("POST", "/disputes", { charge });
  await deliver();
  const sums = await balances();
  expect(sums.get("1010")).toBe(2_000n + 777n - 1_234n - 777n);
  expect([...sums.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
  const [row] = await readAcrossAccounts((sql) =>
    sql.query<{ used: string }>(
      "SELECT (-sum(amount))::text AS used FROM transactions WHERE unit = 'credit' AND type = 'spend'",
    ),
  );
  expect(BigInt(row?.used ?? "0")).toBeGreaterThan(0n);
  const [revenue = 0n, promotional = 0n] = [sums.get("4010"), sums.get("4095")];
  const exact = BigInt(row?.used ?? "0") / 100_000_000n;
  expect([exact, exact + 1n]).toContain(-(revenue + promotional));
  await expectSameFigures();
});

it("has an invoice that was paid outside of Stripe on an account of its own, and nothing of it where Stripe’s money is", async () => {
  const { person, accountId } = await testPerson();
  const asOperator = contextOfOperator(operatorOf({ ...person, isOperator: true }, "req_test"), accountId);
  const [contractId, before] = [newId(), await balances()];
  const part = {
    dueOn: "2030-06-01",
    amountUsd: "900",
    credits: "10000",
    bonusCredits: "0",
    creditExpiresOn: null,
  };
  const form = { accountId, requestKey: contractId, name: "By bank transfer", invoices: [part] };
  await inAccount(accountId, (tx) => createContract(tx, asOperator, NewContract.parse(form)));
  await sendContractInvoice(asOperator, { contractId, no: 1 });
  const { stripeInvoiceId } = await inAccount(accountId, (tx) =>
    tx.contractInvoice.findFirstOrThrow({ where: { accountId, contractId } }),
  );
  await atStripe.invoices.pay(stripeInvoiceId ?? "", { paid_out_of_band: true });
  await deliver();
  const after = await balances();
  const moved = (code: string) => (after.get(code) ?? 0n) - (before.get(code) ?? 0n);
  expect([moved("1010"), moved("1015"), moved("2410")]).toEqual([0n, 90_000n, -90_000n]);
  const { rows } = await listPayments(asOperator);
  expect(rows).toMatchObject([{ charged: "900.00", is_outside: true, stripe_url: null }]);
  expect(await readPaymentById(asOperator, rows[0]?.id ?? "")).toMatchObject({ stripe_url: null });
  await expectSameFigures();
});

it("calls nothing money that only a platform says: what it sold goes to an account of its own, what it gives back is use", async () => {
  const { ctx: person } = await testPerson();
  const ctx = { ...person, permissions: new Set(PERMISSIONS) };
  const paid = await bought(ctx, "50");
  const before = await balances();
  const say = (type: "topup" | "refund" | "dispute", amount: string, reference: object = {}) =>
    postTransaction(ctx, NewTransaction.parse({ type, amount, description: type, ...reference }), newId());
  await say("topup", "1000");
  await say("refund", "50", { ref_type: "invoice", ref_id: "R-2026-7" });
  await say("refund", "-30", { ref_type: "payment_intent", ref_id: paid });
  await say("dispute", "-20");
  const after = await balances();
  const moved = (code: string) => (after.get(code) ?? 0n) - (before.get(code) ?? 0n);
  expect(moved("1010")).toBe(0n);
  // In dollar cents: 1,000 sold, less 30 and 20 that went back where they came from.
  expect(moved("1020")).toBe(9_500n);
  expect(moved("4095") + moved("4010")).toBe(500n);
  await expectSameFigures();
});

it("uses the codes of the operator's general ledger, and says who set them", async () => {
  const { person } = await testPerson();
  const operator = operatorOf({ ...person, isOperator: true }, "req_test");
  const input = { accounts: [{ name: "cash", code: "=1000", title: 'Bank, "main"' }] };
  await saveJournalAccounts(operator, SaveJournalAccounts.parse(input));
  const rows = readCsv((await exportJournal(month, value)).csv);
  // One column alone is called Credit: who imports by name takes no ECU for dollars.
  expect(rows[0]?.filter((name) => name.startsWith("Credit"))).toEqual(["Credit"]);
  // A code that a spreadsheet would run is a text.
  expect(rows.some((row) => row.includes("'=1000") && row.includes('Bank, "main"'))).toBe(true);
  const deeds = await prisma().operatorAuditEntry.findMany({ where: { operatorEmail: person.email } });
  expect(deeds).toMatchObject([
    { action: "journal_accounts.saved", details: { accounts: ['cash: =1000 Bank, "main"'] } },
  ]);
  await saveJournalAccounts(
    operator,
    SaveJournalAccounts.parse({ accounts: [{ name: "cash", code: "1010", title: "Stripe" }] }),
  );
});

it.each([
  ["no account", []],
  ["an account that is none", [{ name: "pocket", code: "1", title: "Mine" }]],
  ["a code of nothing", [{ name: "cash", code: " ", title: "Cash" }]],
  ["a title of two lines", [{ name: "cash", code: "1", title: "Cash\nmine" }]],
  [
    "the same account twice",
    [
      { name: "cash", code: "1", title: "a" },
      { name: "cash", code: "2", title: "b" },
    ],
  ],
])("takes no codes for %s", (_, accounts) => {
  expect(SaveJournalAccounts.safeParse({ accounts }).success).toBe(false);
});

it.each([
  [
    "journal account without a name",
    "INSERT INTO journal_accounts (name, code, title, changed_by) VALUES ('', '1', 'x', 'me')",
  ],
  [
    "journal account without a code",
    "INSERT INTO journal_accounts (name, code, title, changed_by) VALUES ('abc', '', 'x', 'me')",
  ],
  [
    "journal account without a title",
    "INSERT INTO journal_accounts (name, code, title, changed_by) VALUES ('abc', '1', '', 'me')",
  ],
  [
    "journal account of nobody",
    "INSERT INTO journal_accounts (name, code, title, changed_by) VALUES ('abc', '1', 'x', '')",
  ],
  [
    "torture run of nobody",
    "INSERT INTO torture_runs (id, seed, started_by) VALUES (gen_random_uuid(), 1, '')",
  ],
  [
    "line of no bill",
    "INSERT INTO provider_bill_lines VALUES (gen_random_uuid(), '2026-01-01', 'm', 'input', 1, 1)",
  ],
  ["torture run that is deleted", "DELETE FROM torture_runs"],
])("the database refuses a %s", async (_, statement) => {
  await expect(prisma().$executeRawUnsafe(statement)).rejects.toThrow();
});
