import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { postTransaction } from "@/lib/metering/post-transaction";
import { readUsage } from "@/lib/metering/usage";
import { consumptionAnswer } from "@/lib/reports/consumption/answer";
import { readCorrected } from "@/lib/reports/consumption/read-corrected";
import { readStatement } from "@/lib/reports/statements/read-statement";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { PERMISSIONS } from "@/lib/values/context";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { approveAdjustment } from "./approve";
import { proposeCorrection } from "./propose";

beforeAll(() => ensureDefaultRateCard());

it("the correction of one call, by an operator or by the platform, leaves usage, consumption and statement agreed", async () => {
  const ctx = { ...(await accountWith("100")), permissions: new Set(PERMISSIONS) };
  const { accountId } = ctx;
  const [first, second] = await recordUsage(
    ctx,
    ["300", "700"].map((run) => ({ id: newId(), feature: "judge_run", quantities: { run } })),
  );
  const [ada, bob] = [(await testOperator()).operator, (await testOperator()).operator];
  const id = await proposeCorrection(ada, {
    ...{ accountId, requestKey: newId(), unit: "credit", amount: "3", reason: "Never ran" },
    ...{ corrects: first?.transaction_id ?? "", others: [] },
  });
  await approveAdjustment(bob, { accountId, id, amount: "3" });
  await postTransaction(
    ctx,
    {
      ...{ type: "admin_correction", unit: "credit", amount: "-0.5", description: "Ran longer" },
      ...{ ref_type: "usage_event", ref_id: second?.id ?? "" },
    },
    newId(),
  );

  const days = { from: utcDay(new Date()), to: utcDay(new Date()) };
  const usage = await readUsage(ctx, { groupBy: ["feature"], ...days });
  const consumption = await consumptionAnswer(ctx, { ...days, per: "day", top: 2 });
  const corrected = await readCorrected(ctx, days);
  const { by_kind: kinds, closing } = await readStatement(ctx, "credit", days);
  expect(usage.totals).toMatchObject({ charge: "10" });
  expect(consumption).toMatchObject({ totals: { charge: "10" } });
  expect(corrected).toEqual({ corrections: 2, amount: "2.5" });
  expect(kinds.filter(({ kind }) => kind === "spend" || kind === "admin_correction")).toEqual([
    { kind: "spend", added_rows: "0", added: "0", used_rows: "2", used: usage.totals.charge },
    { kind: "admin_correction", added_rows: "1", added: "3", used_rows: "1", used: "0.5" },
  ]);
  // What came in, less what was used, and what corrections changed: the balance.
  const { balance } = await balanceOf(ctx);
  expect(formatCredits(nano(balance))).toBe(closing);
  expect(closing).toBe(sumOf(["100", `-${usage.totals.charge}`, corrected.amount]));
});
