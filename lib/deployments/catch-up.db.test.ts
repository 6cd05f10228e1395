import { afterAll, beforeAll, expect, it } from "vitest";
import pg from "pg";
import { listTransactions } from "@/lib/ledger/list";
import {
  accountSince,
  after,
  ensureDefaultRateCard,
  ledgerOf,
  noon,
  overridePrice,
  register,
  start,
} from "@/lib/testing/deployments";
import type { Context } from "@/lib/values/context";
import { catchUp } from "./catch-up";
import { readInstance } from "./read-instance";
import { stopInstance } from "./stop-instance";
import { sweepDeployments } from "./sweep";

const DAYS = 40;
const began = noon(DAYS + 3);

let owner: pg.Client;
beforeAll(async () => {
  await ensureDefaultRateCard();
  owner = new pg.Client(process.env.TEST_OWNER_URL);
  await owner.connect();
});
afterAll(() => owner.end());

/** An inference instance, a replicated one and a volume, all from the same day. */
async function household(): Promise<Context> {
  const ctx = await accountSince(began, "100000");
  await register(ctx, "volume", "data", {
    name: "data",
    size_gb: "250",
    status: "deployed",
    at: began.toISOString(),
  });
  await start(ctx, { id: "a", kind: "inference", hardware: "l4" }, began);
  await start(
    ctx,
    { id: "b", kind: "model_hosting", hardware: "a100-80gb", replicas: 2, cycle_hours: 18 },
    after(began, 5),
  );
  return ctx;
}

const finish = async (ctx: Context) => {
  const end = { at: after(began, DAYS * 24 + 7).toISOString() };
  await catchUp(ctx.accountId, after(began, DAYS * 24 + 7));
  await stopInstance(ctx, "a", end);
  await stopInstance(ctx, "b", end);
};

/** Everything of the rows that people and programs see, but for whose they are. */
const rowsOf = async (ctx: Context) => {
  const { rows } = await listTransactions(ctx, {}, { limit: 1_000 });
  return rows.map(({ id: _id, ...row }) => row);
};

/** No worker for days 11 to 15. */
const isAway = (hour: number) => hour >= 11 * 24 && hour < 16 * 24;

/** Drives an account while somebody cuts the connections of whatever is in the middle of something: what has begun is lost, as with a killed process. */
async function driveKilled(accountId: string, now: Date, looks: number): Promise<void> {
  const driving = catchUp(accountId, now).catch(() => undefined);
  for (let look = 0; look < looks; look++) await owner.query("SELECT 1");
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = 'ecu_app' AND state IN ('active', 'idle in transaction')`,
  );
  await driving;
}

/** A connection that was cut as it came free breaks whoever takes it next: one more that was killed. */
function unlessCut(error: unknown): void {
  if (!(error instanceof Error && /terminat/i.test(error.message))) throw error;
}

function lookTogether(accountId: string, now: Date): Promise<unknown> {
  return Promise.all(Array.from({ length: 8 }, () => catchUp(accountId, now).catch(unlessCut)));
}

it(
  "gives the same ledger for 40 days, with a worker that was away for 5 of them and killed again and again, as undisturbed",
  { timeout: 240_000 },
  async () => {
    const [still, rough] = [await household(), await household()];
    for (let hour = 0; hour <= DAYS * 24; hour += 4) await catchUp(still.accountId, after(began, hour));
    await finish(still);

    let seed = 7;
    const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let killed = 0;
    for (let hour = 0; hour <= DAYS * 24; hour += Math.ceil(chance() * 12)) {
      if (isAway(hour)) continue;
      const now = after(began, hour);
      const how = chance();
      if (how < 0.4)
        await driveKilled(rough.accountId, now, Math.floor(chance() * 25)).then(() => (killed += 1));
      else if (how < 0.6) await lookTogether(rough.accountId, now);
      else await catchUp(rough.accountId, now).catch(unlessCut);
    }
    await lookTogether(rough.accountId, after(began, DAYS * 24));
    await finish(rough);

    expect(killed).toBeGreaterThan(20);
    const [expected, found] = [await rowsOf(still), await rowsOf(rough)];
    expect(expected.length).toBeGreaterThan(130);
    expect(found).toEqual(expected);
    expect((await readInstance(rough, "a")).cycles).toHaveLength(DAYS + 1);
  },
);

it("turns each cycle once when a stop, a start and many workers meet", async () => {
  const ctx = await accountSince(began, "10000");
  await start(ctx, { id: "x", kind: "inference", hardware: "l4" }, began);
  const later = after(began, 100);
  const stop = { at: later.toISOString() };
  const all = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => catchUp(ctx.accountId, later)),
    ...Array.from({ length: 4 }, () => stopInstance(ctx, "x", stop)),
    ...Array.from({ length: 4 }, () => start(ctx, { id: "x", kind: "inference", hardware: "l4" }, began)),
  ]);
  expect(all.filter(({ status }) => status === "rejected")).toEqual([]);
  const { used, cycles, status } = await readInstance(ctx, "x");
  expect({ used, status }).toEqual({ used: "1000", status: "stopped" });
  // Whoever came first at the very end: a stop inside the fifth cycle, and none after it.
  expect(cycles).toHaveLength(5);
});

it("prices each cycle by the card that is in force when it begins", async () => {
  const ctx = await accountSince(began, "10000");
  await start(ctx, { id: "p", kind: "inference", hardware: "l4" }, began);
  await overridePrice(ctx, "20", after(began, 30));
  await catchUp(ctx.accountId, after(began, 49));
  const { cycles } = await readInstance(ctx, "p");
  expect(cycles.map(({ held, used }) => [held, used])).toEqual([
    ["240", "240"],
    ["240", "240"],
    ["480", null],
  ]);
  // Without a price of its own the account pays everyone's again.
  await overridePrice(ctx, null, after(began, 60));
  await catchUp(ctx.accountId, after(began, 73));
  expect((await readInstance(ctx, "p")).cycles.at(-1)).toMatchObject({ no: 4, held: "240" });
});

it("bills each day of a volume once, by what it took, and no day after it was deleted", async () => {
  const ctx = await accountSince(began, "1000");
  const at = (hours: number) => ({ at: after(began, hours).toISOString() });
  await register(ctx, "volume", "v", { name: "scratch", size_gb: "100", status: "deployed", ...at(0) });
  await register(ctx, "volume", "v", { size_gb: "300", ...at(24) });
  await register(ctx, "volume", "v", { status: "deleted", ...at(60) });
  await Promise.all(Array.from({ length: 5 }, () => sweepDeployments()));
  expect((await ledgerOf(ctx)).map((row) => row.replace(/ on .*/, ""))).toEqual([
    "storage_billing -1.65 Storage of scratch: 50 GB-days",
    "storage_billing -6.6 Storage of scratch: 200 GB-days",
    "storage_billing -9.9 Storage of scratch: 300 GB-days",
  ]);
  await register(ctx, "volume", "v", { status: "deployed", size_gb: "12", ...at(100) });
  await catchUp(ctx.accountId, after(began, 120));
  expect((await ledgerOf(ctx)).at(-1)).toMatch("storage_billing -0.132 Storage of scratch: 4 GB-days");
  await expect(register(ctx, "volume", "v", { size_gb: "1", ...at(101) })).rejects.toMatchObject({
    code: "invalid_request",
  });
});
