import { readInAccount } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano, ZERO } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import { addDays, startOfDay, utcDay, type UtcDay } from "@/lib/values/time";
import { rateCardOfVersion, tariffsOf } from "../rate-cards";
import type { LoadedCard, Tariff } from "../rules/price-event";
import { type PastEvent, Repricer } from "./reprice";
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

/** Events from `countFrom` on are compared; those from `readFrom` on only say where the month stands. */
export interface Window {
  readFrom: Date;
  countFrom: Date;
  until: Date;
}

type Row = PastEvent & { unit: Unit; charge: bigint; rateCard: number; pricedBy: "rate_card" | "caller" };

const PAGE = 2_000;
const EVENTS = `SELECT id, occurred_at AS "occurredAt", feature, operation, provider, model, hardware, member, team, project, mandate, resource,
  input_tokens AS "inputTokens", output_tokens AS "outputTokens", cached_input_tokens AS "cachedInputTokens",
  cache_write_tokens AS "cacheWriteTokens", reasoning_tokens AS "reasoningTokens", quantities, byok, cost_usd AS "costUsd",
  cost_source AS "costSource", rate_card AS "rateCard", unit::text AS unit, charge, volumes, priced_by AS "pricedBy"
FROM usage_events
WHERE account_id = $1::uuid AND occurred_at >= $2 AND occurred_at < $3 AND (occurred_at, id) > ($4, $5)
ORDER BY occurred_at, id LIMIT ${PAGE}`;

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
    let [at, after] = [window.readFrom, ""];
    for (;;) {
      const rows = await sql.query<Row>(EVENTS, [accountId, window.readFrom, window.until, at, after]);
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
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      [at, after] = [last.occurredAt, last.id];
    }
    const zeroOn = zeroDay(await balancesByDay(sql, accountId, window), dearer);
    return { accountId, accountName, features: [...features.values()], events, zeroOn };
  });
}

/** The draft in the place of the card that it would follow. */
function withCard(tariff: Tariff, card: LoadedCard): Tariff {
  const others = tariff.filter(({ accountId }) => accountId !== card.accountId);
  return card.accountId === null ? [...others, card] : [card, ...others];
}

/** What an event adds to the tallies: to one, or to two where the draft charges it to the other wallet. */
async function compare(repricer: Repricer, tariff: Tariff, row: Row): Promise<Tally[]> {
  const charge = nano(row.charge);
  const was = await rateCardOfVersion(row.rateCard);
  if (!was) throw new Error(`there is no rate card ${row.rateCard}`);
  const cost = picoUsd(row.costUsd);
  const old = { ...emptyTally(row.unit), calls: 1, cost, ...oldOf(charge, was.creditValue) };
  // An amount that the platform set itself, and the time of instances, are what they were.
  if (row.pricedBy === "caller") return [{ ...old, ...newOf(charge, was.creditValue) }];
  const priced = repricer.price(tariff, row);
  if ("code" in priced) return [{ ...old, unpriced: 1 }];
  const fresh = newOf(priced.charge.charge, priced.card.creditValue);
  if (priced.charge.unit === row.unit) return [{ ...old, ...fresh }];
  return [old, { ...emptyTally(priced.charge.unit), ...fresh }];
}

function oldOf(charge: Nano, creditValue: PicoUsd): Pick<Tally, "oldCharge" | "oldWorth"> {
  return { oldCharge: charge, oldWorth: charge * creditValue };
}

function newOf(charge: Nano, creditValue: PicoUsd): Pick<Tally, "newCharge" | "newWorth"> {
  return { newCharge: charge, newWorth: charge * creditValue };
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
