import { beforeAll, expect, it } from "vitest";
import { sweepDeployments } from "@/lib/deployments/sweep";
import { accountSince, after, ensureDefaultRateCard, noon, start } from "@/lib/testing/deployments";
import { accountWith } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { addDays, startOfDay, utcDay } from "@/lib/values/time";
import { balanceAsOf } from "./balance-as-of";
import { readStatement } from "./read-statement";
import type { StatementDocument } from "./schema";

beforeAll(() => ensureDefaultRateCard());

/** An instance that has run for five days, and no worker has come yet. */
async function unattended(): Promise<Context> {
  const ctx = await accountSince(noon(6), "1000");
  await start(ctx, { id: "a", kind: "inference", hardware: "l4", cycle_hours: 4 }, noon(5));
  return ctx;
}

it("a statement of days that are over is final, also where a worker is late: what comes later changes nothing of it", async () => {
  const ctx = await unattended();
  const day = utcDay(noon(3));
  const first = await readStatement(ctx, "credit", { from: day, to: day });
  expect(first.period.is_over).toBe(true);
  expect(Number(first.chain.rows)).toBeGreaterThan(5);
  await sweepDeployments();
  const later = await readStatement(ctx, "credit", { from: day, to: day });
  expect(said(later)).toEqual(said(first));
});

/** All but when it was made, and where the chain ended then. */
function said({ issued_at: _at, chain: { head: _head, ...chain }, ...document }: StatementDocument) {
  return { ...document, chain };
}

it("a statement is not final in the minute after its last day, while rows of it may still be on their way", async () => {
  const ctx = await accountWith("1");
  const today = utcDay(new Date());
  const midnight = startOfDay(addDays(today, 1)).getTime();
  const isOver = async (ms: number) =>
    (await readStatement(ctx, "credit", { from: today, to: today }, new Date(midnight + ms))).period.is_over;
  expect([await isOver(-1), await isOver(0), await isOver(59_000), await isOver(61_000)]).toEqual([
    ...[false, false, false, true],
  ]);
});

it("a balance of the past is that which the books will always say, also where a worker is late", async () => {
  const ctx = await unattended();
  const at = after(noon(3), 1);
  const early = await balanceAsOf(ctx, "credit", at);
  await sweepDeployments();
  expect(await balanceAsOf(ctx, "credit", at)).toEqual(early);
});
