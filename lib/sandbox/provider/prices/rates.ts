import { calcPrice, type ModelPrice, type PriceCalculation } from "@pydantic/genai-prices";
import { attoPerUnit } from "./atto";

/** What a model costs, in 10⁻¹⁸ USD for each token and each request. */
export interface Rates {
  input: bigint;
  cached: bigint;
  output: bigint;
  reasoning: bigint;
  request: bigint;
}

export interface PricedModel {
  rates: Rates;
  /** Tokens that prompt and answer may have together; null where it is not published. */
  contextWindow: number | null;
}

/** The published price of a model for a prompt of that length; null for a model that there is not. */
export function findModel(model: string, promptTokens: number, now: Date): PricedModel | null {
  for (const { id, providerId } of readings(model)) {
    const found = calcPrice({ input_tokens: promptTokens }, id, { providerId, timestamp: now });
    if (found && sellsText(found)) return priced(found, promptTokens);
  }
  return null;
}

/** `openai/gpt-5` is a model of OpenRouter, or `gpt-5` of OpenAI; `gpt-5` is found by its name. */
function readings(model: string): { id: string; providerId?: string }[] {
  const [vendor = "", ...rest] = model.split("/");
  if (rest.length === 0) return [{ id: model }, { id: model, providerId: "openai" }];
  return [
    { id: model, providerId: "openrouter" },
    { id: rest.join("/"), providerId: vendor },
  ];
}

function sellsText({ model_price: price }: PriceCalculation): boolean {
  return price.input_mtok !== undefined || price.output_mtok !== undefined;
}

function priced({ model, model_price: price }: PriceCalculation, promptTokens: number): PricedModel {
  const of = (key: string) => attoPerUnit(tierOf(price[key], promptTokens));
  const input = of("input_mtok");
  const output = of("output_mtok");
  return {
    rates: {
      input,
      output,
      cached: price.cache_read_mtok === undefined ? input : of("cache_read_mtok"),
      reasoning: price.output_reasoning_mtok === undefined ? output : of("output_reasoning_mtok"),
      // Published for a thousand.
      request: of("requests_kcount") * 1000n,
    },
    contextWindow: model.context_window ?? null,
  };
}

/** Prices in tiers go by the length of the prompt: the whole call is at the price of the last tier that it is beyond. */
function tierOf(price: ModelPrice[string], promptTokens: number): number {
  if (price === undefined || typeof price === "number") return price ?? 0;
  const tiers = price.tiers.toSorted((one, other) => one.start - other.start);
  return tiers.findLast(({ start }) => promptTokens > start)?.price ?? price.base;
}
