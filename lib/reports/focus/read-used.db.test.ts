import { beforeAll, expect, it } from "vitest";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { accountWith } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { reRated, versionFor } from "@/lib/testing/re-rates";
import { newId } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import { readUsedPages, type UsedRecord } from "./read-used";

beforeAll(() => ensureDefaultRateCard());

it("reads every row once and in order, however small the slices are", async () => {
  const ctx = await accountWith("100");
  const { accountId } = ctx;
  await inAccount(accountId, (tx) =>
    grantCredit(tx, {
      ...{ accountId, unit: "tool_run", type: "bonus", amount: nano(1_000n), source: "system" },
      ...{ description: "Runs", idempotencyKey: newId() },
    }),
  );
  const today = utcDay(new Date());
  const days = { from: addDays(today, -4), to: addDays(today, -1) };
  await recordUsage(
    ctx,
    Array.from({ length: 60 }, (_, at) => ({
      id: newId(),
      occurred_at: `${addDays(days.from, (at % 4) - 1)}T12:00:00Z`,
      feature: at % 3 === 0 ? "tool_run" : "judge_run",
      quantities: { run: "1" },
      member: ["", "ä", "b", "B", "zoë"][at % 5] ?? "",
      ...(at % 2 === 0 && { project: "search" }),
    })),
  );
  const operators = [(await testOperator()).operator, (await testOperator()).operator] as const;
  const version = await versionFor(operators[0], accountId, { judge_run: "0.004", tool_run: "2" });
  await reRated(operators, accountId, { version, from: addDays(days.from, -1), to: days.to });
  for (const table of ["usage_days", "re_rate_days"] as const) {
    const asked = table === "usage_days" ? days : { from: today, to: today };
    const read = async (atOnce: number) => {
      const pages: UsedRecord[][] = [];
      for await (const page of readUsedPages(accountId, table, asked, atOnce)) pages.push(page);
      expect(pages.every(({ length }) => length > 0 && length <= atOnce)).toBe(true);
      return pages.flat();
    };
    const whole = await read(1_000);
    expect(whole.length).toBeGreaterThan(20);
    for (const atOnce of [1, 2, 3, 7, whole.length]) expect(await read(atOnce)).toEqual(whole);
    const inDays = whole.every(({ day }) => day >= asked.from && day <= asked.to);
    expect(inDays).toBe(true);
    expect(new Set(whole.map(({ unit }) => unit))).toEqual(new Set(["credit", "tool_run"]));
  }
});
