import { atStripe, bought, control, deliver, begin, pay } from "@/lib/testing/stripe";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { requiredUrl } from "@/lib/db/client";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testPerson } from "@/lib/testing/people";
import { LOCK, runTorture } from "./run-torture";
import { differencesOf, roundsOf, shuffled } from "./rules/rounds";

beforeAll(() => ensureDefaultRateCard());

const realBooks = () =>
  readAcrossAccounts(async (sql) => [
    ...(await sql.query<object>(
      "SELECT account_id, unit, seq, encode(hash, 'hex') AS hash FROM transactions ORDER BY 1, 2, 3",
    )),
    ...(await sql.query<object>("SELECT * FROM payments ORDER BY account_id, id")),
    ...(await sql.query<object>("SELECT id, status, attempts, outcome FROM stripe_events ORDER BY id")),
  ]);

const scratchTables = () =>
  readAcrossAccounts((sql) =>
    sql.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'torture'::regnamespace",
    ),
  );

it("ends every round in the same books as the first, and touches neither the real ones nor Stripe", async () => {
  const { ctx } = await testPerson();
  const { ctx: other } = await testPerson();
  const first = await bought(ctx, "200");
  const second = await bought(ctx, "100");
  const third = await bought(other, "50");
  // Declined, then paid in the same session; and one that nobody pays.
  const again = await begin(other, "75");
  await pay(again, { card: "4000000000000002" }).catch(() => undefined);
  await pay(again);
  await begin(other, "60");
  await deliver();
  await atStripe.refunds.create({ payment_intent: first, amount: 333 });
  await deliver();
  await atStripe.refunds.create({ payment_intent: first, amount: 1_001 });
  await atStripe.refunds.create({ payment_intent: second });
  await deliver();
  const { latest_charge: charge } = await atStripe.paymentIntents.retrieve(third);
  const dispute = (await control("POST", "/disputes", { charge })) as { id: string };
  await deliver();
  await control("POST", `/disputes/${dispute.id}/win`, {});
  await deliver();
  let books = await realBooks();
  let calls = (await control("GET", "/sums")) as object;

  const seen: number[] = [];
  const torture = await runTorture({ seed: 7 }, async ({ rounds }) => {
    seen.push(rounds.length);
    expect(await realBooks()).toEqual(books);
    expect(await control("GET", "/sums")).toEqual(calls);
    // Selling goes on meanwhile.
    await bought(ctx, "60");
    await begin(other, "70");
    books = await realBooks();
    calls = (await control("GET", "/sums")) as object;
  });
  expect(torture.rounds.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual(
    [],
  );
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(torture.events).toBeGreaterThan(20);
  expect(torture.rounds.map(({ deliveries }) => deliveries / torture.events)).toEqual([1, 5, 1, 3]);
  expect(torture.rounds.every(({ lines }) => lines > 15)).toBe(true);
  expect(await scratchTables()).toEqual([]);
}, 480_000);

it("runs once at a time", async () => {
  const other = new pg.Client(requiredUrl());
  await other.connect();
  await other.query("SELECT pg_advisory_lock($1)", [LOCK]);
  await expect(runTorture({ seed: 1 })).rejects.toMatchObject({ code: "conflict" });
  await other.end();
});

it("delivers everything in every round, in the same order for the same seed", () => {
  const events = Array.from({ length: 50 }, (_, no) => `evt_${no}`);
  for (const { deliveries } of roundsOf(events, 3)) expect(new Set(deliveries)).toEqual(new Set(events));
  expect(shuffled(events, 3)).toEqual(shuffled(events, 3));
  expect(shuffled(events, 3)).not.toEqual(shuffled(events, 4));
  expect(differencesOf(["a", "b"], ["b", "c"])).toEqual(["missing: a", "not in the first round: c"]);
});
