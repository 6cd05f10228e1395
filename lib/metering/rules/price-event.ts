import type { PicoUsd } from "@/lib/values/usd";
import { type Amounts, type CostLine, costOf, type ModelPrices } from "./cost";
import type { ListedModel } from "./match";
import { type Charge, chargeOf } from "./price";
import { type CallKind, entriesFor, type RateCard, type RateEntry } from "./rate-card";
import type { Position } from "./tiers";

/** A rate card ready to price with: its entries by feature, and the price list that it names. */
export interface LoadedCard extends RateCard {
  entries: ReadonlyMap<string, readonly RateEntry[]>;
  prices: PriceBook | null;
}

/** A price list that can be asked. */
export interface PriceBook {
  source: string;
  find(provider: string, model: string): FoundModel | null;
}

export interface FoundModel {
  listed: ListedModel;
  prices: ModelPrices;
}

/** The cards that apply to one account at one time: its own first, then everyone's. */
export type Tariff = readonly LoadedCard[];

/** A call on its way to a price. */
export interface MeteredCall extends CallKind {
  provider: string;
  amounts: Amounts;
  byok: boolean;
  /** What the caller says it cost; null when the price list is to say it. */
  reportedCost: PicoUsd | null;
  /** Where its meters stand in the month; without it, at its start. */
  position?: Position;
}

export interface PricedEvent {
  card: LoadedCard;
  charge: Charge;
  cost: PicoUsd | null;
  costSource: "reported" | "price_list" | "none";
  listed: ListedModel | null;
  costLines: CostLine[];
}

/** Why a call has no price, by the field that decides it. */
export interface PricingFault {
  code: "unknown_feature" | "unknown_model" | "invalid_request";
  field: string;
  message: string;
}

interface Cost {
  cost: PicoUsd | null;
  costSource: PricedEvent["costSource"];
  listed: ListedModel | null;
  costLines: CostLine[];
}

const NO_COST: Cost = { cost: null, costSource: "none", listed: null, costLines: [] };

/** Prices a call by the first of the cards that knows its kind. The same call and cards give the same charge, always. */
export function priceEvent(tariff: Tariff, call: MeteredCall): PricedEvent | PricingFault {
  for (const card of tariff) {
    const entries = entriesFor(card.entries.get(call.feature) ?? [], call);
    if (entries.length === 0) continue;
    const book =
      tariff.find(({ prices }) => prices !== null && (card.prices === null || prices === card.prices))
        ?.prices ?? null;
    const cost = costFor(call, entries, book);
    if ("code" in cost) return cost;
    const charge = chargeOf(entries, card.creditValue, {
      amounts: call.amounts,
      byok: call.byok,
      cost: cost.cost,
      ...(call.position !== undefined && { position: call.position }),
    });
    return "field" in charge ? { code: "invalid_request", ...charge } : { card, charge, ...cost };
  }
  return unknownFeature(tariff, call);
}

function costFor(
  call: MeteredCall,
  entries: readonly RateEntry[],
  book: PriceBook | null,
): Cost | PricingFault {
  if (call.byok) return NO_COST;
  if (call.reportedCost !== null) return { ...NO_COST, cost: call.reportedCost, costSource: "reported" };
  const needed = entries.some(({ markupPpm }) => markupPpm !== null);
  if (call.model === "") return needed ? withoutModel(call, entries) : NO_COST;
  const found = book?.find(call.provider, call.model);
  if (!found) return needed ? unknownModel(call) : NO_COST;
  const result = costOf(call.amounts, found.prices);
  if ("field" in result) return needed ? { code: "invalid_request", ...result } : NO_COST;
  return { cost: result.cost, costSource: "price_list", listed: found.listed, costLines: result.lines };
}

/** Work that used no model may still be charged by its fixed prices; tokens of an unnamed model may not be given away. */
function withoutModel(call: MeteredCall, entries: readonly RateEntry[]): Cost | PricingFault {
  const tokens = ["input_token", "output_token"].some((meter) => (call.amounts.get(meter) ?? 0n) > 0n);
  if (tokens)
    return {
      code: "invalid_request",
      field: "model",
      message: "is needed to price the tokens, or send cost_usd",
    };
  if (entries.some(({ meter }) => meter !== "cost" && meter !== "byok_call")) return NO_COST;
  return {
    code: "invalid_request",
    field: "cost_usd",
    message: "is needed: send what the call cost, or its model and tokens",
  };
}

function unknownModel({ provider, model }: MeteredCall): PricingFault {
  const [name, other] = provider
    ? [`${model} of the provider ${provider}`, "leave the provider out"]
    : [model, "name the provider"];
  const message = `${name} is not in the price list: send cost_usd with the event, ${other}, or ask who runs this installation for newer prices`;
  return { code: "unknown_model", field: "model", message };
}

function unknownFeature(tariff: Tariff, { feature, hardware }: MeteredCall): PricingFault {
  const entries = tariff.flatMap((card) => card.entries.get(feature) ?? []);
  if (entries.length > 0) {
    const field = hardware || entries.every((entry) => entry.hardware !== "") ? "hardware" : "operation";
    const known = [...new Set(entries.map((entry) => entry[field]))].filter((name) => name !== "");
    return {
      code: "invalid_request",
      field,
      message: `has no price for ${feature}; the rate card has ${known.join(", ")}`,
    };
  }
  const known = [...new Set(tariff.flatMap((card) => [...card.entries.keys()]))].sort();
  return {
    code: "unknown_feature",
    field: "feature",
    message: `is not on the rate card, which has ${known.join(", ")}`,
  };
}
