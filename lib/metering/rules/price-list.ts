import { ceilDiv, parseScaled } from "@/lib/values/money";
import type { PriceKind } from "./kinds";
import type { NameRule, ProviderMatching } from "./match";

/** A price of the published list: for the unit in its key's ending, or in tiers by input tokens. */
type Published = number | { base: number; tiers: readonly { start: number; price: number }[] } | undefined;

interface PublishedPrices {
  constraint?: { type: "start_date"; start_date: string } | { type: "time_of_date" };
  prices: Readonly<Record<string, Published>>;
}

/** A provider as `@pydantic/genai-prices` publishes it. */
export interface PublishedProvider {
  id: string;
  provider_match?: NameRule;
  model_match?: NameRule;
  fallback_model_providers?: readonly string[];
  models: readonly {
    id: string;
    match: NameRule;
    prices: readonly PublishedPrices[] | PublishedPrices["prices"];
  }[];
}

export interface ModelPrice {
  provider: string;
  model: string;
  kind: PriceKind;
  above: bigint;
  perMillion: bigint;
}

export interface PriceList {
  matching: ProviderMatching[];
  prices: ModelPrice[];
}

/** What the list calls a price, what it is here, and of how many units it is the price. */
const KEYS: Readonly<Record<string, readonly [PriceKind, bigint]>> = {
  input_mtok: ["input", 1_000_000n],
  output_mtok: ["output", 1_000_000n],
  cache_read_mtok: ["cached_input", 1_000_000n],
  cache_write_mtok: ["cache_write", 1_000_000n],
  cache_write_1h_mtok: ["cache_write_1h", 1_000_000n],
  output_reasoning_mtok: ["reasoning", 1_000_000n],
  input_audio_mtok: ["input_audio", 1_000_000n],
  output_audio_mtok: ["output_audio", 1_000_000n],
  cache_audio_read_mtok: ["cached_audio", 1_000_000n],
  input_image_mtok: ["input_image", 1_000_000n],
  output_image_mtok: ["output_image", 1_000_000n],
  cache_image_read_mtok: ["cached_image", 1_000_000n],
  input_video_mtok: ["input_video", 1_000_000n],
  output_video_mtok: ["output_video", 1_000_000n],
  output_citation_mtok: ["citation", 1_000_000n],
  requests_kcount: ["request", 1_000n],
  audio_hours: ["audio_second", 3_600n],
  input_audio_hours: ["audio_second", 3_600n],
  web_searches_kcount: ["web_search", 1_000n],
  storage_searches_kcount: ["storage_search", 1_000n],
  input_document_kpages: ["document_page", 1_000n],
  input_annotated_document_kpages: ["annotated_document_page", 1_000n],
  input_text_messages_kcount: ["text_message", 1_000n],
};

/** Reads the published list as it stands on a day. Prices of the hour of day count at their highest, so that none is below cost. */
export function readPriceList(providers: readonly PublishedProvider[], day: string): PriceList {
  const prices = new Map<string, ModelPrice>();
  for (const { id: provider, models } of providers) {
    for (const { id: model, prices: published } of models) {
      for (const price of pricesOf(provider, model, published, day)) {
        const key = [provider, model, price.kind, price.above].join("\n");
        const known = prices.get(key);
        if (!known || known.perMillion < price.perMillion) prices.set(key, price);
      }
    }
  }
  return { matching: providers.map(matchingOf), prices: [...prices.values()] };
}

function pricesOf(
  provider: string,
  model: string,
  published: PublishedProvider["models"][number]["prices"],
  day: string,
): ModelPrice[] {
  const priced = inForce(published, day);
  return priced.flatMap((prices) =>
    Object.entries(prices).flatMap(([key, price]) => {
      const known = KEYS[key];
      if (price === undefined || !known) return [];
      const [kind, per] = known;
      const tiers = typeof price === "number" ? [] : price.tiers;
      const base = typeof price === "number" ? price : price.base;
      return [{ start: 0, price: base }, ...tiers].map((tier) => ({
        provider,
        model,
        kind,
        above: BigInt(tier.start),
        perMillion: perMillion(tier.price, per),
      }));
    }),
  );
}

/** Later entries of a model replace earlier ones from their day on; those of an hour of day stand beside what they vary. */
function inForce(
  published: PublishedProvider["models"][number]["prices"],
  day: string,
): PublishedPrices["prices"][] {
  if (!isList(published)) return [published];
  const found: PublishedPrices["prices"][] = [];
  for (const { constraint, prices } of published.toReversed()) {
    if (constraint?.type === "start_date" && constraint.start_date > day) continue;
    found.push(prices);
    if (constraint?.type !== "time_of_date") return found;
  }
  return found.length > 0 ? found : published.slice(0, 1).map(({ prices }) => prices);
}

function isList(
  published: PublishedProvider["models"][number]["prices"],
): published is readonly PublishedPrices[] {
  return Array.isArray(published);
}

function perMillion(usd: number, per: bigint): bigint {
  // Twelve decimals of a dollar for a million: what lies beyond is noise of the source's binary numbers.
  return ceilDiv(parseScaled(roundDecimal(decimalText(usd)), 12) * 1_000_000n, per);
}

/** The shortest decimal text of a number, without an exponent: the digits that its author typed. */
export function decimalText(value: number): string {
  const [digits = "0", exponent] = String(value).split("e");
  if (exponent === undefined) return digits;
  const [whole = "0", fraction = ""] = digits.split(".");
  const shift = Number(exponent);
  if (shift >= 0) return whole + fraction.padEnd(shift, "0");
  return `0.${"0".repeat(-shift - 1)}${whole}${fraction}`;
}

function roundDecimal(text: string): string {
  const [whole = "0", fraction = ""] = text.split(".");
  if (fraction.length <= 12) return text;
  const up = (fraction[12] ?? "0") >= "5" ? 1n : 0n;
  const digits = (BigInt(whole + fraction.slice(0, 12)) + up).toString().padStart(13, "0");
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`;
}

function matchingOf({
  id,
  provider_match,
  model_match,
  fallback_model_providers,
  models,
}: PublishedProvider): ProviderMatching {
  return {
    id,
    ...(provider_match && { names: provider_match }),
    ...(model_match && { makes: model_match }),
    ...(fallback_model_providers && { resells: fallback_model_providers }),
    models: models.map((model) => ({ id: model.id, rule: model.match })),
  };
}
