import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import type { Operator } from "@/lib/accounts/operator";
import { readInAccount } from "@/lib/db/transaction";
import { exportUsage } from "@/lib/metering/export-usage";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { readMarginReport } from "@/lib/metering/margin-report";
import { MarginsQuery } from "@/lib/metering/schema-margins";
import { recordUsage } from "@/lib/metering/record";
import { readUsage } from "@/lib/metering/usage";
import { readUsageCompared } from "@/lib/metering/usage-compared";
import { consumptionAnswer } from "@/lib/reports/consumption/answer";
import { exportConsumption } from "@/lib/reports/consumption/export-consumption";
import { ConsumptionAnswer } from "@/lib/reports/consumption/schema";
import { exportFocus } from "@/lib/reports/focus/export-focus";
import { accountWith } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { reRated, versionFor } from "@/lib/testing/re-rates";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { addDays, startOfMonth, utcDay } from "@/lib/values/time";
import { formatUsd, type PicoUsd } from "@/lib/values/usd";

let operators: readonly [Operator, Operator];
beforeAll(async () => {
  await ensureDefaultRateCard();
  operators = [(await testOperator()).operator, (await testOperator()).operator];
});

const today = utcDay(new Date());
const lastMonth = addDays(startOfMonth(today), -3);
const everything = { from: addDays(lastMonth, -1), to: today };
const of = (day: string, team: string, run: string) => ({
  ...{ id: newId(), feature: "judge_run", quantities: { run }, team, occurred_at: `${day}T00:00:01Z` },
});

/** Calls of 0.01 ECU each, of this month and the one before; 0.004 each after the re-rate. */
async function accountReRated(price: string): Promise<Context> {
  const ctx = { ...(await accountWith("100")), permissions: new Set(PERMISSIONS) };
  await recordUsage(ctx, [
    of(lastMonth, "red", "100"),
    of(lastMonth, "blue", "200"),
    of(today, "red", "300"),
    of(today, "red", "400"),
  ]);
  const version = await versionFor(operators[0], ctx.accountId, { judge_run: price });
  await reRated(operators, ctx.accountId, { version, from: lastMonth, to: today });
  return ctx;
}

/** What the ledger charged for usage in all. */
async function charged({ accountId }: Context): Promise<string> {
  const [row] = await readInAccount(accountId, (sql) =>
    sql.query<{ sum: string }>(
      "SELECT (-sum(amount))::text AS sum FROM transactions WHERE account_id = $1 AND ref_type IN ('usage_event', 're_rate')",
      [accountId],
    ),
  );
  return formatCredits(nano(BigInt(row?.sum ?? "0")));
}

const text = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
const lines = async (csv: Promise<string>) => parse(await csv, { columns: true }) as Record<string, string>[];

it.each([
  ["given back", "0.004", "-6"],
  ["charged in addition", "0.015", "5"],
])(
  "what a re-rate %s is in every report of usage, so that they add up to the ledger",
  async (_name, price, difference) => {
    const ctx = await accountReRated(price);
    const ledger = await charged(ctx);
    expect(ledger).toBe(sumOf(["10", difference]));

    const usage = await readUsage(ctx, { groupBy: ["day", "team"], ...everything });
    expect(usage.totals).toMatchObject({ calls: 4, charge: "10", re_rated: difference });
    expect(sumOf(usage.rows.flatMap(({ charge, re_rated }) => [charge, re_rated]))).toBe(ledger);
    // It counts on the day when it was posted.
    expect(usage.rows.filter(({ re_rated }) => re_rated !== "0").every(({ day }) => day === today)).toBe(
      true,
    );
    const red = await readUsage(ctx, { groupBy: [], filter: { team: "red" } });
    expect(red.totals).toMatchObject({ charge: "8", re_rated: price === "0.004" ? "-4.8" : "4" });
    const before = { groupBy: ["team"], from: today, to: today, compare: "month" } as const;
    const compared = await readUsageCompared(ctx, before);
    expect(sumOf(compared.rows.map(({ re_rated }) => re_rated))).toBe(difference);
    const file = await lines(text(await exportUsage(ctx, { groupBy: ["day", "team"], ...everything })));
    expect(file.map(({ charge, re_rated }) => [charge, re_rated])).toEqual(
      usage.rows.map(({ charge, re_rated }) => [charge, re_rated]),
    );

    const asked = { ...everything, per: "month", top: 2 } as const;
    const consumption = ConsumptionAnswer.parse(await consumptionAnswer(ctx, asked));
    expect(consumption).toMatchObject({
      totals: { charge: "10" },
      re_rated: { calls: 4, charge: difference },
    });
    const report = await lines(exportConsumption(ctx, asked));
    expect(report.at(-1)).toMatchObject({
      by: "re_rated",
      from: everything.from,
      calls: "4",
      charge: difference,
    });
    const elsewhere = await consumptionAnswer(ctx, { from: lastMonth, to: lastMonth, per: "day", top: 2 });
    expect(elsewhere).toMatchObject({ totals: { charge: "3" }, re_rated: { calls: 0, charge: "0" } });

    const rows = await lines(text(exportFocus(ctx, everything)));
    const used = rows.filter(({ ChargeCategory }) => ChargeCategory === "Usage");
    expect(sumOf(used.map(({ PricingCurrencyEffectiveCost }) => PricingCurrencyEffectiveCost ?? ""))).toBe(
      ledger,
    );
    const again = used.filter(({ ChargeDescription }) => ChargeDescription?.includes("priced anew"));
    expect(
      again.map(({ ChargePeriodStart, ChargeClass, Tags, ServiceName }) => [
        ...[ChargePeriodStart, ChargeClass, Tags, ServiceName],
      ]),
    ).toEqual([
      [`${today}T00:00:00Z`, "Correction", '{"ecu:team":"blue"}', "judge_run"],
      [`${today}T00:00:00Z`, "Correction", '{"ecu:team":"red"}', "judge_run"],
      [`${today}T00:00:00Z`, "", '{"ecu:team":"red"}', "judge_run"],
    ]);
    expect(again.every(({ ConsumedQuantity }) => ConsumedQuantity === "0")).toBe(true);

    // Ten cents for one ECU. Margins have it in the days of the calls.
    const { accountId: account } = ctx;
    const inEcu = (usd: PicoUsd) => sumOf(Array<string>(10).fill(formatUsd(usd)));
    const { groups, trend } = await readMarginReport(
      operators[0],
      MarginsQuery.parse({ days: "90", customer: account }),
    );
    expect(groups.account.map(({ value, revenue }) => [value, inEcu(revenue)])).toEqual([[account, ledger]]);
    const byMonth = trend.filter(({ revenue }) => revenue > 0n).map(({ revenue }) => inEcu(revenue));
    expect(byMonth).toEqual(price === "0.004" ? ["1.2", "2.8"] : ["4.5", "10.5"]);
  },
);
