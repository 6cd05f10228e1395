import { prisma } from "@/lib/db/client";
import type { Sql } from "@/lib/db/sql";
import { sqlOf } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { picoUsd } from "@/lib/values/usd";
import { readPriceBook } from "./price-book";
import type { LoadedCard, PriceBook, Tariff } from "./rules/price-event";
import { cardInForce, type RateCard, type RateEntry } from "./rules/rate-card";
import type { RateTier } from "./rules/tiers";

/** How long another process may take to notice a new card. */
const FRESH_MS = 1_000;

interface Cache {
  cards: RateCard[];
  checkedAt: number;
  loaded: Map<number, Promise<LoadedCard>>;
  books: Map<number, Promise<PriceBook>>;
}

// Versions never change, so what was read of them stays true; only whether there is a newer one is asked again.
const kept = globalThis as typeof globalThis & { ecuRateCards?: Cache };

function cache(): Cache {
  return (kept.ecuRateCards ??= { cards: [], checkedAt: 0, loaded: new Map(), books: new Map() });
}

/** Makes this process look for new cards on the next use. */
export function forgetRateCards(): void {
  delete kept.ecuRateCards;
}

/** Gives the cards that apply at a time. */
export type TariffAt = (time: Date) => Tariff;

/**
 * The cards of an account and everyone's, as known at most a second ago, for any of the times asked for.
 * @throws Error when there is no card at all.
 */
export async function tariffsOf(accountId: string, times: readonly Date[]): Promise<TariffAt> {
  const cards = await knownCards();
  const own = cards.filter((card) => card.accountId === accountId || card.accountId === null);
  const pick = (time: Date) =>
    [cardInForce(own, accountId, time), cardInForce(own, null, time)].filter((card) => card !== null);
  const picked = new Set(times.flatMap(pick));
  if (picked.size === 0) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  const loaded = new Map<RateCard, LoadedCard>();
  await Promise.all([...picked].map(async (card) => loaded.set(card, await loadCard(card))));
  return (time) => pick(time).flatMap((card) => loaded.get(card) ?? []);
}

/** One version of a card, whoever's. */
export async function rateCardOfVersion(version: number): Promise<LoadedCard | null> {
  const card = (await knownCards()).find((known) => known.version === version);
  return card ? loadCard(card) : null;
}

/** Every version that has begun or will, in the order in which they were made. */
export async function knownCards(): Promise<readonly RateCard[]> {
  // The answer belongs to this cache alone: it lacks all that was known before it was asked, which one that was begun meanwhile does not know.
  const own = cache();
  if (Date.now() - own.checkedAt < FRESH_MS && own.cards.length > 0) return own.cards;
  const rows = await readSql().query<CardRow>(
    `SELECT version, account_id, valid_from, price_list, credit_value FROM rate_cards WHERE version > $1::int ORDER BY version`,
    [newestOf(own)],
  );
  const newest = newestOf(own);
  own.cards = [...own.cards, ...rows.filter(({ version }) => version > newest).map(cardOf)];
  own.checkedAt = Date.now();
  return own.cards;
}

function newestOf({ cards }: Cache): number {
  return cards.at(-1)?.version ?? 0;
}

interface CardRow {
  version: number;
  account_id: string | null;
  valid_from: Date;
  price_list: number | null;
  credit_value: bigint;
}

function cardOf({ version, account_id, valid_from, price_list, credit_value }: CardRow): RateCard {
  return {
    version,
    accountId: account_id,
    validFrom: valid_from,
    priceList: price_list,
    creditValue: picoUsd(credit_value),
  };
}

function loadCard(card: RateCard): Promise<LoadedCard> {
  return remember(cache().loaded, card.version, async () => {
    const [entries, prices] = await Promise.all([
      readEntries(readSql(), card.version),
      card.priceList === null ? null : loadBook(card.priceList),
    ]);
    return { ...card, prices, entries: byFeature(entries) };
  });
}

function byFeature(entries: readonly RateEntry[]): Map<string, RateEntry[]> {
  const features = new Map<string, RateEntry[]>();
  for (const entry of entries) features.set(entry.feature, [...(features.get(entry.feature) ?? []), entry]);
  return features;
}

function loadBook(id: number): Promise<PriceBook> {
  return remember(cache().books, id, () => readPriceBook(readSql(), id));
}

/** Keeps what was read; a failure is not kept. */
function remember<Value>(
  known: Map<number, Promise<Value>>,
  id: number,
  read: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(id);
  if (before) return before;
  const reading = read();
  known.set(id, reading);
  reading.catch(() => known.delete(id));
  return reading;
}

interface EntryRow {
  feature: string;
  operation: string;
  model: string;
  hardware: string;
  meter: string;
  price: bigint | null;
  per: bigint;
  markup_ppm: bigint | null;
  floor: bigint;
  unit: Unit;
}

interface TierRow extends Pick<EntryRow, "feature" | "operation" | "model" | "hardware" | "meter"> {
  above: string;
  price: bigint | null;
  markup_ppm: bigint | null;
}

/** The entries of a version. */
export async function readEntries(sql: Sql, version: number): Promise<RateEntry[]> {
  const tiers = await readTiers(sql, version);
  const rows = await sql.query<EntryRow>(
    `SELECT feature, operation, model, hardware, meter, price, per, markup_ppm, floor, unit::text AS unit FROM rate_card_entries
     WHERE version = $1::int ORDER BY feature, operation, model, hardware, meter`,
    [version],
  );
  return rows.map(({ markup_ppm, price, floor, ...row }) => {
    const own = tiers.get(nameOf(row));
    return {
      ...row,
      price: price === null ? null : nano(price),
      markupPpm: markup_ppm,
      floor: nano(floor),
      ...(own && { tiers: own }),
    };
  });
}

async function readTiers(sql: Sql, version: number): Promise<Map<string, RateTier[]>> {
  const rows = await sql.query<TierRow>(
    `SELECT feature, operation, model, hardware, meter, above::text AS above, price, markup_ppm FROM rate_card_tiers
     WHERE version = $1::int ORDER BY rate_card_tiers.above`,
    [version],
  );
  const tiers = new Map<string, RateTier[]>();
  for (const { above, price, markup_ppm, ...row } of rows) {
    const tier = {
      above: BigInt(above),
      price: price === null ? null : nano(price),
      markupPpm: markup_ppm,
    };
    tiers.set(nameOf(row), [...(tiers.get(nameOf(row)) ?? []), tier]);
  }
  return tiers;
}

function nameOf({
  feature,
  operation,
  model,
  hardware,
  meter,
}: Omit<TierRow, "above" | "price" | "markup_ppm">) {
  return [feature, operation, model, hardware, meter].join("\n");
}

function readSql(): Sql {
  return sqlOf(prisma());
}
