import { column } from "@/lib/db/column";
import type { Sql } from "@/lib/db/sql";
import type { RateCard, RateEntry } from "./rules/rate-card";

/** Cards are made one after the other, so that a process that knows a version knows all before it. The lock ends with the transaction. */
export async function lockRateCards(sql: Sql): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtext('ecu rate cards'))::text");
}

/** What of a card is taken over into the next one. */
export interface BaseCard {
  version: number;
  price_list: number | null;
  credit_value: bigint;
  valid_from: Date;
}

const BASE = "SELECT version, price_list, credit_value, valid_from FROM rate_cards WHERE account_id IS NULL";

/** Everyone's card in force; before the first has begun, the first. */
export async function currentCard(sql: Sql): Promise<BaseCard | null> {
  const [card] = await sql.query<BaseCard>(
    `${BASE} ORDER BY valid_from > clock_timestamp(), CASE WHEN valid_from > clock_timestamp() THEN valid_from END,
       valid_from DESC, version DESC LIMIT 1`,
  );
  return card ?? null;
}

/** Everyone's cards that are still to come: of those that begin together, the newest. */
export async function scheduledCards(sql: Sql): Promise<BaseCard[]> {
  return sql.query<BaseCard>(
    `SELECT DISTINCT ON (valid_from) * FROM (${BASE} AND valid_from > clock_timestamp()) AS later ORDER BY valid_from, version DESC`,
  );
}

export interface NewCard extends Pick<RateCard, "accountId" | "priceList" | "creditValue"> {
  /** Null: from now on. */
  validFrom: Date | null;
  note: string;
  createdBy: string;
  entries: readonly RateEntry[];
}

/** Writes a version, whole. What was charged before keeps its own. */
export async function writeRateCard(sql: Sql, card: NewCard): Promise<number> {
  const [row] = await sql.query<{ version: number }>(
    `INSERT INTO rate_cards (account_id, valid_from, price_list, credit_value, note, created_by)
     VALUES ($1::uuid, coalesce($2::timestamptz, clock_timestamp()), $3::int, $4::bigint, $5, $6) RETURNING version`,
    [
      card.accountId,
      card.validFrom?.toISOString() ?? null,
      card.priceList,
      card.creditValue.toString(),
      card.note,
      card.createdBy,
    ],
  );
  if (!row) throw new Error("the rate card was not written");
  const { entries } = card;
  await sql.query(
    `INSERT INTO rate_card_entries (version, feature, operation, model, hardware, meter, price, per, markup_ppm, floor, unit)
     SELECT $1::int, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[],
       $10::bigint[], $11::wallet_unit[]) RETURNING version`,
    [
      row.version,
      column(entries.map(({ feature }) => feature)),
      column(entries.map(({ operation }) => operation)),
      column(entries.map(({ model }) => model)),
      column(entries.map(({ hardware }) => hardware)),
      column(entries.map(({ meter }) => meter)),
      column(entries.map(({ price }) => price)),
      column(entries.map(({ per }) => per)),
      column(entries.map(({ markupPpm }) => markupPpm)),
      column(entries.map(({ floor }) => floor)),
      column(entries.map(({ unit }) => unit)),
    ],
  );
  await writeTiers(sql, row.version, entries);
  return row.version;
}

async function writeTiers(sql: Sql, version: number, entries: readonly RateEntry[]): Promise<void> {
  const tiers = entries.flatMap((entry) => (entry.tiers ?? []).map((tier) => ({ entry, tier })));
  if (tiers.length === 0) return;
  await sql.query(
    `INSERT INTO rate_card_tiers (version, feature, operation, model, hardware, meter, above, price, markup_ppm)
     SELECT $1::int, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::bigint[], $9::bigint[])
     RETURNING version`,
    [
      version,
      column(tiers.map(({ entry }) => entry.feature)),
      column(tiers.map(({ entry }) => entry.operation)),
      column(tiers.map(({ entry }) => entry.model)),
      column(tiers.map(({ entry }) => entry.hardware)),
      column(tiers.map(({ entry }) => entry.meter)),
      column(tiers.map(({ tier }) => tier.above)),
      column(tiers.map(({ tier }) => tier.price)),
      column(tiers.map(({ tier }) => tier.markupPpm)),
    ],
  );
}
