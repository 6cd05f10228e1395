import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { waitForUpdate } from "@pydantic/genai-prices";
import { prisma } from "@/lib/db/client";
import { column } from "@/lib/db/column";
import type { Sql } from "@/lib/db/sql";
import { sqlOf } from "@/lib/db/transaction";
import { utcDay } from "@/lib/values/time";
import { PICO_PER_USD, type PicoUsd, picoUsd } from "@/lib/values/usd";
import { forgetRateCards, readEntries } from "./rate-cards";
import { defaultEntries } from "./rules/default-card";
import { type PriceList, readPriceList } from "./rules/price-list";
import { type BaseCard, currentCard, lockRateCards, scheduledCards, writeRateCard } from "./write-rate-card";

const SOURCE = "@pydantic/genai-prices";
const MARKUP_PPM = 1_300_000n;

/** What an import found and did. `changed` is false when the prices in force are already these. */
export interface ImportedRates {
  changed: boolean;
  rateCard: number;
  priceList: number;
  source: string;
  models: number;
  prices: number;
}

/**
 * Takes the prices of models from the installed public list and makes a rate card with them: everyone's card as it is, with the new
 * prices. Prices that are in force already change nothing.
 */
export async function importRates(createdBy: string, day = utcDay(new Date())): Promise<ImportedRates> {
  const list = await installedPrices(day);
  const result = await prisma().$transaction((tx) => useList(sqlOf(tx), list, createdBy), {
    maxWait: 10_000,
    timeout: 60_000,
  });
  forgetRateCards();
  return result;
}

/**
 * The first rate card of an installation, with the installed prices and the configured value of a credit. Does nothing when there is one
 * with this value; another value makes a new version from now on.
 */
export async function ensureDefaultRateCard(
  creditValue: PicoUsd = picoUsd(PICO_PER_USD / 10n),
): Promise<void> {
  const card = await currentCard(sqlOf(prisma()));
  if (card?.credit_value === creditValue) return;
  const list = card ? null : await installedPrices(utcDay(new Date()));
  await prisma().$transaction(
    async (tx) => {
      const sql = sqlOf(tx);
      await lockRateCards(sql);
      const newest = await currentCard(sql);
      if (newest?.credit_value === creditValue) return;
      const priceList = newest ? newest.price_list : list && (await keepList(sql, list));
      const entries = newest ? await readEntries(sql, newest.version) : defaultEntries(MARKUP_PPM);
      const note = newest ? "another value of a credit" : "the first card";
      await writeRateCard(sql, {
        accountId: null,
        validFrom: null,
        priceList,
        creditValue,
        note,
        createdBy: "set-up",
        entries,
      });
      for (const card of await scheduledCards(sql))
        await renew(sql, card, {
          ...{ creditValue, note: `${note}, for version ${card.version}`, createdBy: "set-up" },
        });
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
  forgetRateCards();
}

interface InstalledPrices extends PriceList {
  version: string;
  digest: Buffer;
}

async function installedPrices(day: string): Promise<InstalledPrices> {
  const list = readPriceList((await waitForUpdate()) ?? [], day);
  const content = JSON.stringify([list.matching, list.prices], (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return { ...list, version: installedVersion(), digest: createHash("sha256").update(content).digest() };
}

function installedVersion(): string {
  // The package exports no package.json; its entry lies beside it.
  const entry = createRequire(import.meta.url).resolve(SOURCE);
  const { version } = createRequire(entry)("../package.json") as { version: string };
  return version;
}

async function useList(sql: Sql, list: InstalledPrices, createdBy: string): Promise<ImportedRates> {
  await lockRateCards(sql);
  const newest = await currentCard(sql);
  const priceList = await keepList(sql, list);
  const models = new Set(list.prices.map(({ provider, model }) => `${provider}\n${model}`)).size;
  const found = { priceList, source: `${SOURCE} ${list.version}`, models, prices: list.prices.length };
  if (newest?.price_list === priceList) return { changed: false, rateCard: newest.version, ...found };
  const entries = newest ? await readEntries(sql, newest.version) : defaultEntries(MARKUP_PPM);
  const creditValue = picoUsd(newest?.credit_value ?? PICO_PER_USD / 10n);
  const note = `prices of ${found.source}`;
  const rateCard = await writeRateCard(sql, {
    accountId: null,
    validFrom: null,
    priceList,
    creditValue,
    note,
    createdBy,
    entries,
  });
  // What is to come begins as it was planned, with the new prices too.
  for (const card of await scheduledCards(sql))
    await renew(sql, card, { priceList, note: `${note}, for version ${card.version}`, createdBy });
  return { changed: true, rateCard, ...found };
}

/** A card that is still to come, once more: of two that begin together the newer one counts. */
async function renew(
  sql: Sql,
  card: BaseCard,
  change: { priceList?: number; creditValue?: PicoUsd; note: string; createdBy: string },
): Promise<void> {
  await writeRateCard(sql, {
    accountId: null,
    validFrom: card.valid_from,
    priceList: card.price_list,
    creditValue: picoUsd(card.credit_value),
    entries: await readEntries(sql, card.version),
    ...change,
  });
}

/** Keeps a list under its digest: the same prices are one list. */
async function keepList(sql: Sql, { matching, prices, version, digest }: InstalledPrices): Promise<number> {
  const [known] = await sql.query<{ id: number }>("SELECT id FROM price_lists WHERE digest = $1::bytea", [
    digest,
  ]);
  if (known) return known.id;
  const [list] = await sql.query<{ id: number }>(
    "INSERT INTO price_lists (source, source_version, matching, digest) VALUES ($1, $2, $3::jsonb, $4::bytea) RETURNING id",
    [SOURCE, version, JSON.stringify(matching), digest],
  );
  if (!list) throw new Error("the price list was not written");
  await sql.query(
    `INSERT INTO model_prices (price_list, provider, model, kind, above_input_tokens, pico_usd_per_million)
     SELECT $1::int, * FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::numeric[]) RETURNING price_list`,
    [
      list.id,
      column(prices.map(({ provider }) => provider)),
      column(prices.map(({ model }) => model)),
      column(prices.map(({ kind }) => kind)),
      column(prices.map(({ above }) => above)),
      column(prices.map(({ perMillion }) => perMillion)),
    ],
  );
  return list.id;
}
