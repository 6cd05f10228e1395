import { atStripe, bought, deliver } from "@/lib/testing/stripe";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { acrossAccounts, inAccount, readInAccount, sqlOf } from "@/lib/db/transaction";
import { catchUp } from "@/lib/deployments/catch-up";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { writeRateCard } from "@/lib/metering/write-rate-card";
import { forgetRateCards } from "@/lib/metering/rate-cards";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { accountSince, noon, register, start } from "@/lib/testing/deployments";
import { brokenRules, type Cells, focusRules } from "@/lib/testing/focus";
import { readCsv } from "@/lib/testing/read-csv";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { reRated, versionFor } from "@/lib/testing/re-rates";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { nano, parseCredits, parseScaled } from "@/lib/values/money";
import { addDays, startOfDay, startOfMonth, utcDay } from "@/lib/values/time";
import { parseUsd } from "@/lib/values/usd";
import { exportFocus } from "./export-focus";
import { FOCUS_COLUMNS } from "./rules/columns";

const folder = process.env.ECU_TEST_DATA && join(process.env.ECU_TEST_DATA, "focus");

// What we are as a provider, in the words of the specification.
const SUPPORTED = new Set([
  "ACCOUNT_NAMING_SUPPORTED",
  "NEGOTIATED_PRICING_SUPPORTED",
  "PUBLIC_PRICE_LIST_SUPPORTED",
  "USAGE_MEASUREMENT_SUPPORTED",
  "UNIT_PRICING_SUPPORTED",
  "SUB_ACCOUNT_SUPPORTED",
  "BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED",
  "RESOURCE_TYPE_ASSIGNMENT_SUPPORTED",
  "PRICING_BILLING_CURRENCY_DIFFERENCES_SUPPORTED",
  "VIRTUAL_CURRENCY_SUPPORTED",
  "TAGGING_SUPPORTED",
]);

let ctx: Context;
beforeAll(async () => {
  await ensureDefaultRateCard();
  const { ctx: person } = await testPerson();
  ctx = { ...person, permissions: new Set(PERMISSIONS) };
  const payment = await bought(ctx, "200");
  await atStripe.refunds.create({ payment_intent: payment, amount: 333 });
  await deliver();
  // A price that no decimal says exactly.
  await inAccount(ctx.accountId, (tx) =>
    grantCredit(tx, {
      ...{ accountId: ctx.accountId, unit: "credit", type: "contract_grant", source: "system" },
      ...{ amount: parseCredits("7.000000007"), description: "=SUM(A1)", idempotencyKey: "contract" },
    }),
  );
  await recordUsage(ctx, [
    { id: "one", model: "gpt-4o", input_tokens: 1_204, output_tokens: 310, team: "red", member: 'a "b", c' },
    { id: "two", model: "gpt-4o-mini", input_tokens: 7, output_tokens: 1, project: "search" },
    { id: "three", feature: "lead_signal_fetch", provider: "apify", cost_usd: "0.0421" },
    { id: "four", feature: "judge_run", cost_usd: "0" },
    { id: "five", model: "gpt-4o", input_tokens: 10, byok: true },
    { id: "six", feature: "tool_run" },
  ]);
});

async function exported(
  days: { from?: string; to?: string } = {},
  who = ctx,
): Promise<{ columns: string[]; rows: Cells[] }> {
  const [columns = [], ...lines] = readCsv(await new Response(exportFocus(who, days)).text());
  const rows = lines.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] || null])));
  return { columns, rows };
}

const sum = (rows: readonly Cells[], column: string) =>
  rows.reduce((total, row) => total + parseScaled(row[column] ?? "0", 30), 0n);

it("has each purchase, what went back of it, and what was used, in the virtual currency", async () => {
  const { columns, rows } = await exported();
  expect(columns).toEqual([...FOCUS_COLUMNS]);
  const purchases = rows.filter(({ ChargeCategory }) => ChargeCategory === "Purchase");
  expect(
    purchases.map(({ BilledCost, PricingQuantity, ContractedUnitPrice }) => [
      BilledCost,
      PricingQuantity,
      ContractedUnitPrice,
    ]),
  ).toEqual([
    ["20", "200", "0.1"],
    ["-3.33", "-33.3", "0.1"],
    ["0.7000000007", "7.000000007", "0.1"],
  ]);
  // What was paid stands on its receipt, what was paid back on its credit note; what was sold elsewhere on no paper of ours.
  const papers = purchases.map(({ InvoiceId }) => InvoiceId?.replace(/\d{6}$/, "…") ?? null);
  expect(papers).toEqual(["R-…", "CN-…", null]);
  expect(
    purchases.every(
      ({ EffectiveCost, PricingCurrency }) => EffectiveCost === "0" && PricingCurrency === "USD",
    ),
  ).toBe(true);
  const usage = rows.filter(({ ChargeCategory }) => ChargeCategory === "Usage");
  expect(usage).toHaveLength(6);
  expect(usage.every(({ BilledCost }) => BilledCost === "0")).toBe(true);
  expect(purchases.some(({ ChargeDescription }) => ChargeDescription === "'=SUM(A1)")).toBe(true);
});

it("adds up to what the ledger charged for usage, to the nano-credit", async () => {
  const { rows } = await exported();
  const inCredit = rows.filter(
    ({ ChargeCategory, PricingCurrency }) => ChargeCategory === "Usage" && PricingCurrency === "ECU",
  );
  const [ledger] = await readInAccount(ctx.accountId, (sql) =>
    sql.query<{ used: string }>(
      "SELECT (-sum(amount))::text AS used FROM transactions WHERE account_id = $1 AND unit = 'credit' AND ref_type = 'usage_event'",
      [ctx.accountId],
    ),
  );
  const used = nano(BigInt(ledger?.used ?? "0"));
  expect(used).toBeGreaterThan(0n);
  expect(sum(inCredit, "PricingCurrencyEffectiveCost")).toBe(used * 10n ** 21n);
  // Ten cents for one ECU.
  expect(sum(inCredit, "EffectiveCost") * 10n).toBe(used * 10n ** 21n);
});

it("has only the days that were asked for, and refuses what has no days", async () => {
  expect((await exported({ to: "2020-01-01" })).rows).toEqual([]);
  const today = utcDay(new Date());
  expect((await exported({ from: today, to: today })).rows).toHaveLength(9);
  expect(() => exportFocus(ctx, { from: "2026-01-02", to: "2026-01-01" })).toThrow("from");
  const reader = { ...(await testAccount()), permissions: new Set(["usage:read"] as const) };
  expect(() => exportFocus(reader, {})).toThrow(/ledger:read/);
});

it("values what was used and bought at what a credit cost on that day, whatever it costs later", async () => {
  const own = { ...(await accountWith("100")), permissions: new Set(PERMISSIONS) };
  const days = ["2026-03-10", "2026-03-11"] as const;
  const call = { feature: "judge_run", quantities: { run: "100" } };
  const record = (day: string) => recordUsage(own, [{ ...call, id: day, occurred_at: `${day}T12:00:00Z` }]);
  await cardFrom(own.accountId, "2026-03-01", "0.2");
  await record(days[0]);
  await cardFrom(own.accountId, days[1], "0.05");
  await record(days[1]);
  const before = await exported({ from: days[0], to: days[0] }, own);
  expect(before.rows).toMatchObject([{ PricingQuantity: "1", EffectiveCost: "0.2", ListUnitPrice: "0.2" }]);
  await cardFrom(own.accountId, null, "0.01");
  expect(await exported({ from: days[0], to: days[0] }, own)).toEqual(before);
  const { rows } = await exported({ to: days[1] }, own);
  expect(rows.map(({ EffectiveCost }) => EffectiveCost)).toEqual(["0.2", "0.05"]);
});

it("measures what runs in hours and what lies there in GB-days, and calls none of it a call", async () => {
  const own = { ...(await accountSince(noon(6), "10000")), permissions: new Set(PERMISSIONS) };
  await register(own, "guardrail", "pii", { name: "PII" }, noon(6));
  await register(own, "volume", "data", { name: "Data", size_gb: "50" }, noon(5));
  await start(own, { id: "bare", kind: "inference", hardware: "l4", gpus: 2, cycle_hours: 4 }, noon(5));
  const parts = { vcpus: "2", memory_gb: "8" };
  await start(
    own,
    { id: "parts", kind: "guardrail", resource: "guardrail/pii", ...parts, cycle_hours: 3 },
    noon(4),
  );
  await catchUp(own.accountId, noon(2));
  await recordUsage(own, [
    { id: "reported", feature: "gpu_instance", hardware: "l4", quantities: { hour: "1.5" }, member: "bo" },
  ]);
  const day = utcDay(noon(3));
  const consumed = (rows: readonly Cells[]) =>
    rows.map(({ ServiceName, ConsumedQuantity, ConsumedUnit, SkuMeter }) => {
      expect(SkuMeter).toBe(ConsumedUnit);
      return `${ServiceName}: ${ConsumedQuantity} ${ConsumedUnit}`;
    });
  const { rows } = await exported({ from: day, to: day }, own);
  expect(consumed(rows)).toEqual([
    "guardrail: 48 vCPU-Hours",
    "inference_instance: 48 Hours",
    "storage: 50 GB-Days",
  ]);
  const today = utcDay(new Date());
  expect(consumed((await exported({ from: today, to: today }, own)).rows)).toContain(
    "gpu_instance: 1 Usage Events",
  );
});

/** An account's own card, in force from a day on, or from now. */
async function cardFrom(accountId: string, day: string | null, creditValue: string): Promise<void> {
  const entry = {
    feature: "judge_run",
    operation: "",
    model: "",
    hardware: "",
    meter: "run",
    markupPpm: null,
  };
  await acrossAccounts((tx) =>
    writeRateCard(sqlOf(tx), {
      ...{ accountId, priceList: null, creditValue: parseUsd(creditValue), note: "", createdBy: "test" },
      validFrom: day === null ? null : startOfDay(day),
      entries: [{ ...entry, price: parseCredits("0.01"), per: 1n, floor: nano(0n), unit: "credit" }],
    }),
  );
  forgetRateCards();
}

it.skipIf(!folder)(
  "keeps every rule of the specification that a program can check (needs ECU_TEST_DATA)",
  async () => {
    const rules = focusRules(join(folder ?? "", "focus-rules-1.2.json"), SUPPORTED);
    const { columns, rows: plain } = await exported();
    const rows = [...plain, ...(await reRatedRows())];
    expect(rules.size).toBeGreaterThan(250);
    expect(
      brokenRules(rules, columns, rows).filter((each) => !CONTRADICTED.some((id) => each.startsWith(id))),
    ).toEqual([]);
    const [first] = rows;
    const spoiled = rows.map((row) =>
      row === first ? { ...row, BilledCost: "1e", ChargeCategory: "Gift" } : row,
    );
    expect(brokenRules(rules, columns.slice(1), spoiled).length).toBeGreaterThan(2);
  },
);

/** What an account has whose calls of two months were priced anew. */
async function reRatedRows(): Promise<Cells[]> {
  const own = { ...(await accountWith("100")), permissions: new Set(PERMISSIONS) };
  const today = utcDay(new Date());
  const from = addDays(startOfMonth(today), -1);
  const run = { feature: "judge_run", quantities: { run: "100" }, project: "search" };
  await recordUsage(own, [
    { ...run, id: "before", occurred_at: `${from}T12:00:00Z` },
    { ...run, id: "now" },
  ]);
  const operators = [(await testOperator()).operator, (await testOperator()).operator] as const;
  const version = await versionFor(operators[0], own.accountId, { judge_run: "0.004" });
  await reRated(operators, own.accountId, { version, from, to: today });
  const { rows } = await exported({}, own);
  expect(rows.map(({ ChargeClass, PricingQuantity }) => [ChargeClass, PricingQuantity])).toEqual([
    [null, "1"],
    [null, "1"],
    ["Correction", "-0.6"],
    [null, "-0.6"],
  ]);
  return rows;
}

// These say that a cell is null and, in the next rule, that it is not: their conditions are of the kind that no program can check.
const CONTRADICTED = ["InvoiceId-C-004-C", "InvoiceId-C-005-C"];

it.skipIf(!folder)(
  "has the columns of the specification’s own example, and its kinds of rows (needs ECU_TEST_DATA)",
  async () => {
    for (const name of ["a1", "a2", "b1", "b2", "b3", "c"]) {
      const [head = [], ...lines] = readCsv(
        readFileSync(join(folder ?? "", `virtual_currency_pricing_model_${name}.csv`), "utf8").replace(
          "\uFEFF",
          "",
        ),
      );
      expect(head.filter((column) => !FOCUS_COLUMNS.some((known) => known === column))).toEqual([]);
      for (const cells of lines) {
        const example: Cells = Object.fromEntries(
          head.map((column, at) => [column, cells[at]?.trim() || null]),
        );
        const { rows } = await exported();
        const ours = rows.find(
          ({ ChargeCategory, PricingUnit }) =>
            ChargeCategory === example.ChargeCategory && PricingUnit === "Credits",
        );
        const filled = head.filter((column) => example[column] !== null && !/^Resource/.test(column));
        expect(filled.filter((column) => (ours?.[column] ?? null) === null)).toEqual([]);
        const isPurchase = example.ChargeCategory === "Purchase";
        for (const column of ["ChargeFrequency", "PricingCategory"])
          expect(ours?.[column]).toBe(example[column]);
        expect(ours?.PricingCurrency === "USD").toBe(isPurchase && example.PricingCurrency === "USD");
        expect(parseScaled(ours?.[isPurchase ? "EffectiveCost" : "BilledCost"] ?? "1", 30)).toBe(0n);
      }
    }
  },
);
