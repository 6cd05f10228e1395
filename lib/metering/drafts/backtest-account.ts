import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { type Nano, nano, ZERO } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import { addDays, startOfDay, utcDay, type UtcDay } from "@/lib/values/time";
import { rateCardOfVersion, tariffsOf } from "../rate-cards";
import type { LoadedCard, Tariff } from "../rules/price-event";
import { type ChargedEvent, pastEvents, type Window, withCard } from "./past-events";
import { Repricer } from "./reprice";
import { addTo, emptyTally, type Tally, zeroDay } from "./rules/tally";

/** What a draft would have changed for one account. */
export interface AccountBacktest {
  accountId: string;
  accountName: string;
  /** By feature, each in its own unit. */
  features: { feature: string; tally: Tally }[];
  events: number;
  /** The first day at whose end its credit would have been used up, while it was not. */
  zeroOn: UtcDay | null;
}

/** Prices an account's usage once more, page by page, as of one moment. */
export function backtestAccount(
  { id: accountId, name: accountName }: { id: string; name: string },
  card: LoadedCard,
  window: Window,
): Promise<AccountBacktest> {
  return readInAccount(accountId, async (sql) => {
    const repricer = new Repricer();
    const features = new Map<string, { feature: string; tally: Tally }>();
    const dearer = new Map<UtcDay, bigint>();
    let events = 0;
    for await (const rows of pastEvents(sql, accountId, window)) {
      const tariffAt = await tariffsOf(
        accountId,
        rows.map(({ occurredAt }) => occurredAt),
      );
      for (const row of rows) {
        const compared = await compare(repricer, withCard(tariffAt(row.occurredAt), card), row);
        if (row.occurredAt < window.countFrom) continue;
        events += 1;
        for (const { unit, ...part } of compared) {
          const name = `${row.feature}\n${unit}`;
          const known = features.get(name) ?? { feature: row.feature, tally: emptyTally(unit) };
          features.set(name, known);
          addTo(known.tally, part);
          if (unit !== "credit") continue;
          const day = utcDay(row.occurredAt);
          dearer.set(day, (dearer.get(day) ?? 0n) + part.newCharge - part.oldCharge);
        }
      }
    }
    const zeroOn = zeroDay(await balancesByDay(sql, accountId, window), dearer);
    return { accountId, accountName, features: [...features.values()], events, zeroOn };
  });
}

/** What an event adds to the tallies: to one, or to two where the draft charges it to the other wallet. */
async function compare(repricer: Repricer, tariff: Tariff, row: ChargedEvent): Promise<Tally[]> {
  const charge = nano(row.charge);
  const was = await rateCardOfVersion(row.rateCard);
  if (!was) throw new Error(`there is no rate card ${row.rateCard}`);
  const cost = picoUsd(row.costUsd);
  // Of what has no recorded cost no margin is known: it counts in none, here as in Margins.
  const isCosted = cost > 0n && !row.byok;
  const worthOf = (amount: Nano, creditValue: PicoUsd) => (isCosted ? amount * creditValue : 0n);
  const oldOf = { oldCharge: charge, oldWorth: worthOf(charge, was.creditValue) };
  const newOf = (amount: Nano, creditValue: PicoUsd) => ({
    newCharge: amount,
    newWorth: worthOf(amount, creditValue),
  });
  const old = { ...emptyTally(row.unit), calls: 1, cost, ...oldOf };
  // An amount that the platform set itself, and the time of instances, are what they were.
  if (row.pricedBy === "caller") return [{ ...old, ...newOf(charge, was.creditValue) }];
  const priced = repricer.price(tariff, row);
  if ("code" in priced) return [{ ...old, unpriced: 1 }];
  const fresh = newOf(priced.charge.charge, priced.card.creditValue);
  if (priced.charge.unit === row.unit) return [{ ...old, ...fresh }];
  return [old, { ...emptyTally(priced.charge.unit), ...fresh }];
}

/** The balance of credit at the end of each day, oldest first: from what it is now, back. */
async function balancesByDay(
  sql: Sql,
  accountId: string,
  { countFrom, until }: Window,
): Promise<{ day: UtcDay; balance: Nano }[]> {
  const first = utcDay(countFrom);
  const [wallet] = await sql.query<{ balance: bigint }>(
    "SELECT balance FROM wallets WHERE account_id = $1::uuid AND unit = 'credit'",
    [accountId],
  );
  const moved = await sql.query<{ day: UtcDay; net: string }>(
    `SELECT day::text AS day, sum(added - removed)::text AS net FROM wallet_days
     WHERE account_id = $1::uuid AND unit = 'credit' AND day >= $2::date GROUP BY day`,
    [accountId, first],
  );
  const net = new Map(moved.map((row) => [row.day, BigInt(row.net)]));
  const balances: { day: UtcDay; balance: Nano }[] = [];
  let balance = nano(wallet?.balance ?? ZERO);
  for (let day = utcDay(until); startOfDay(day) >= startOfDay(first); day = addDays(day, -1)) {
    balances.push({ day, balance });
    balance = nano(balance - (net.get(day) ?? 0n));
  }
  return balances.reverse();
}
