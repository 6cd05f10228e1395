import { atStripe, begin, bought, deliver, news, pay, send } from "@/lib/testing/stripe";
import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { inAccount, readAcrossAccounts, sqlOf } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testAccount } from "@/lib/testing/accounts";
import { byHand, CHECK, DENIED, insert, UNIQUE } from "@/lib/testing/constraints";
import type { Context } from "@/lib/values/context";
import { applyStripeEvent } from "./apply-event";
import { applyRefund } from "./apply-refund";
import { finishCheckout } from "./finish-checkout";

// After each test it is looked at whether every payment and refund has its number, and whether a series has a gap (`invariants.ts`).

// Five accounts buy, and are refunded, over and over at once; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(() => ensureDefaultRateCard());

interface Given {
  account_id: string;
  seq: bigint;
  series: string;
  number: bigint;
}

const migration = (name: string) => readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");

const given = () =>
  readAcrossAccounts((sql) =>
    sql.query<Given>(
      "SELECT account_id, seq, series::text, number FROM receipt_numbers ORDER BY account_id, seq",
    ),
  );
const ofAccount = async ({ accountId }: Context) =>
  (await given()).filter(({ account_id }) => account_id === accountId);
const lastOf = async (series: string) => (await given()).filter((one) => one.series === series).length;

describe("the numbers of receipts", () => {
  it("are given once, whoever brings the news, in any order and at once, to many accounts at a time", async () => {
    const accounts = await Promise.all(Array.from({ length: 5 }, () => testAccount()));
    const begun = await Promise.all(accounts.map((ctx) => begin(ctx, "100")));
    for (const one of begun) await pay(one);
    const events = await news();
    for (const event of events) await send(event);
    const apply = () => events.map(({ id }) => applyStripeEvent(id).catch(() => undefined));
    await Promise.all([
      ...apply(),
      ...begun.map(({ ctx, sessionId }) => finishCheckout(ctx, sessionId)),
      ...apply().toReversed(),
    ]);
    for (const ctx of accounts) expect(await ofAccount(ctx)).toHaveLength(1);
    const refunds = await Promise.all(
      begun.flatMap(async ({ sessionId }) => {
        const { payment_intent: intent } = await atStripe.checkout.sessions.retrieve(sessionId);
        return atStripe.refunds.create({ payment_intent: String(intent), amount: 250 });
      }),
    );
    await Promise.all([...refunds, ...refunds.toReversed()].map(({ id }) => applyRefund(id)));
    for (const ctx of accounts)
      expect((await ofAccount(ctx)).map(({ series }) => series)).toEqual(["receipt", "credit_note"]);
    const before = await given();
    await deliver();
    expect(await given()).toEqual(before);
  });

  it("are not lost with a process that dies after it took one", async () => {
    const ctx = await testAccount();
    const before = await lastOf("receipt");
    const dying = new pg.Client(process.env.DATABASE_URL);
    dying.on("error", () => undefined);
    await dying.connect();
    await dying.query("BEGIN");
    await dying.query(
      "UPDATE receipt_counters SET last_number = last_number + 1 WHERE series = 'receipt'::receipt_series",
    );
    // Whoever is next waits until it is known what becomes of the number.
    const next = bought(ctx, "100");
    const { rows } = await dying.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const owner = new pg.Client(process.env.TEST_OWNER_URL);
    await owner.connect();
    await owner.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
    await owner.end();
    await next;
    expect((await ofAccount(ctx)).map(({ number }) => Number(number))).toEqual([before + 1]);
  });

  it("are not used up by what is rolled back", async () => {
    const ctx = await testAccount();
    const before = await lastOf("receipt");
    await expect(
      inAccount(ctx.accountId, async (tx) => {
        await sqlOf(tx).query(
          `INSERT INTO payments (account_id, id, kind, charged_cents, net_cents, credits, seq, paid_at)
           VALUES ($1::uuid, 'pi_never', 'topup', 100, 100, 100, 7, now())`,
          [ctx.accountId],
        );
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await bought(ctx, "100");
    expect(await ofAccount(ctx)).toMatchObject([{ series: "receipt", number: BigInt(before + 1) }]);
  });
});

it("what was there before has numbers too, in the order in which it was written", async () => {
  const ctx = await testAccount();
  await atStripe.refunds.create({ payment_intent: await bought(ctx, "100"), amount: 100 });
  await deliver();
  await bought(ctx, "50");
  const owner = new pg.Client(process.env.TEST_OWNER_URL);
  await owner.connect();
  // As if the migration met a database that has sold for a while; nothing of it stays.
  await owner.query("BEGIN; DROP TABLE receipt_numbers, receipt_counters; DROP TYPE receipt_series");
  await owner.query("DROP FUNCTION refuse_gap_of_receipts; DROP FUNCTION give_receipt_number CASCADE");
  await owner.query(migration("20261122000100_receipts_are_numbered"));
  const numbers = await owner.query<{ series: string; number: string; created_at: Date }>(
    `SELECT n.series, n.number, t.created_at FROM receipt_numbers n
     JOIN transactions t ON t.account_id = n.account_id AND t.unit = 'credit' AND t.seq = n.seq ORDER BY n.series, n.number`,
  );
  const ends = await owner.query<{ series: string; last_number: string }>(
    "SELECT series, last_number FROM receipt_counters ORDER BY series",
  );
  // A process of the version before writes one more, and then the database learns to do it by itself.
  const late = `INSERT INTO payments (account_id, id, kind, charged_cents, net_cents, credits, seq, paid_at)
    VALUES ($1, $2, 'topup', 100, 100, 100, $3, now())`;
  await owner.query(late, [ctx.accountId, "pi_late", 98]);
  await owner.query(migration("20261122000200_whoever_writes_money_numbers_it"));
  await owner.query(late, [ctx.accountId, "pi_later", 99]);
  const later = await owner.query<{ number: string }>(
    "SELECT number FROM receipt_numbers WHERE account_id = $1 AND seq >= 98 ORDER BY seq",
    [ctx.accountId],
  );
  await owner.query("ROLLBACK");
  await owner.end();
  const receipts = numbers.rows.filter(({ series }) => series === "receipt").length;
  expect(later.rows.map(({ number }) => Number(number))).toEqual([receipts + 1, receipts + 2]);
  expect(numbers.rows).toHaveLength((await given()).length);
  for (const { series, last_number: last } of ends.rows) {
    const own = numbers.rows.filter((row) => row.series === series);
    expect(own.map(({ number }) => Number(number))).toEqual(own.map((_, index) => index + 1));
    expect(Number(last)).toBe(own.length);
    const times = own.map(({ created_at }) => created_at.getTime());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  }
  expect(ends.rows).toHaveLength(2);
});

describe("by hand", () => {
  let ctx: Context;
  beforeAll(async () => {
    ctx = await testAccount();
  });
  const stateOf = byHand(() => ctx.accountId);
  const number = (changes: Record<string, string> = {}) =>
    insert("receipt_numbers", { seq: "9", series: "'receipt'", number: "90" }, changes);

  it("no row has two numbers, and no two rows of an account have the same", async () => {
    expect(await stateOf(number())).toBe("none");
    expect(await stateOf(number(), number({ number: "91" }))).toBe(UNIQUE);
    expect(await stateOf(number(), number({ seq: "10" }))).toBe(UNIQUE);
    expect(await stateOf(number(), number({ seq: "10", series: "'credit_note'" }))).toBe("none");
    expect(await stateOf(number({ number: "0" }))).toBe(CHECK);
    expect(await stateOf(number({ seq: "0" }))).toBe(CHECK);
  });

  it("a number is never changed or taken away, and a series goes on by one", async () => {
    for (const change of [
      "UPDATE receipt_numbers SET number = number + 1",
      "DELETE FROM receipt_numbers",
      "TRUNCATE receipt_numbers",
      "UPDATE receipt_counters SET last_number = last_number + 2",
      "UPDATE receipt_counters SET last_number = 0",
      "UPDATE receipt_counters SET last_number = last_number + 1, series = 'receipt' WHERE series = 'credit_note'",
      "DELETE FROM receipt_counters",
      "INSERT INTO receipt_counters (series) VALUES ('receipt')",
    ])
      expect([change, await stateOf(change)]).toEqual([change, DENIED]);
  });
});
