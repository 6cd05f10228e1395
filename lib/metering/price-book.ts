import { picoUsd } from "@/lib/values/usd";
import type { Sql } from "@/lib/db/sql";
import type { ModelPrices, PriceTier } from "./rules/cost";
import { isPriceKind, type PriceKind } from "./rules/kinds";
import { findModel, type ProviderMatching } from "./rules/match";
import type { PriceBook } from "./rules/price-event";

interface PriceRow {
  provider: string;
  model: string;
  kind: string;
  above_input_tokens: bigint;
  per_million: string;
}

/** More names than this are not remembered: callers could send any number of them. */
const MAX_REMEMBERED = 10_000;

/** Reads a price list for pricing. It never changes, so that a process reads it once. */
export async function readPriceBook(sql: Sql, id: number): Promise<PriceBook> {
  const [list] = await sql.query<{ source: string; matching: ProviderMatching[] }>(
    "SELECT source || ' ' || source_version AS source, matching FROM price_lists WHERE id = $1::int",
    [id],
  );
  if (!list) throw new Error(`there is no price list ${id}`);
  const rows = await sql.query<PriceRow>(
    `SELECT provider, model, kind, above_input_tokens, pico_usd_per_million::text AS per_million
     FROM model_prices WHERE price_list = $1::int ORDER BY provider, model, kind, above_input_tokens`,
    [id],
  );
  return priceBook(list.source, list.matching, rows);
}

function priceBook(
  source: string,
  matching: readonly ProviderMatching[],
  rows: readonly PriceRow[],
): PriceBook {
  const models = new Map<string, Map<PriceKind, PriceTier[]>>();
  for (const { provider, model, kind, above_input_tokens, per_million } of rows) {
    if (!isPriceKind(kind)) continue;
    const prices = models.get(`${provider}\n${model}`) ?? new Map<PriceKind, PriceTier[]>();
    models.set(`${provider}\n${model}`, prices);
    const tier = { above: above_input_tokens, perMillion: picoUsd(BigInt(per_million)) };
    prices.set(kind, [...(prices.get(kind) ?? []), tier]);
  }
  const look = (provider: string, model: string) => {
    const listed = findModel(matching, provider, model);
    const prices: ModelPrices | undefined = listed
      ? models.get(`${listed.provider}\n${listed.model}`)
      : undefined;
    return listed && prices ? { listed, prices } : null;
  };
  const remembered = new Map<string, ReturnType<typeof look>>();
  return {
    source,
    find: (provider, model) => {
      const key = `${provider}\n${model}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const found = look(provider, model);
      if (remembered.size < MAX_REMEMBERED) remembered.set(key, found);
      return found;
    },
  };
}
