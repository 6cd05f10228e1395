import { priceInput, reportedEvent } from "@/lib/metering/price-input";
import { tariffsOf, type TariffAt } from "@/lib/metering/rate-cards";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { chooseTarget, type Target } from "../provider/choose-target";
import { type ProviderModel, readProviderModels } from "./provider-models";

/** A model that can be called, and what it costs here. */
export interface PricedModel {
  id: string;
  object: "model";
  created: number;
  owned_by: string;
  pricing: { unit: "ECU"; input_per_million: string; output_per_million: string };
}

/** So many tokens are priced to learn the price of one: few enough for the first tier, many enough for floors and rounding not to show. */
const SAMPLE = 10_000;
const PER_MILLION = 1_000_000n / BigInt(SAMPLE);

/** The provider's models that have a price on the account's rate card. @throws Refusal `unavailable` when the provider cannot be asked */
export async function listModels(
  ctx: Context,
  wanted: string | null,
): Promise<{ object: "list"; data: PricedModel[] }> {
  const { models, priced } = await modelsOf(ctx, wanted);
  return { object: "list", data: models.flatMap((model) => priced(model) ?? []) };
}

/** One of them. @throws Refusal `not_found`, also for one without a price; `unavailable` when the provider cannot be asked */
export async function readModel(ctx: Context, wanted: string | null, id: string): Promise<PricedModel> {
  const { models, priced } = await modelsOf(ctx, wanted);
  const model = models.find((each) => each.id === id);
  const found = model && priced(model);
  if (!found)
    throw new Refusal("not_found", `There is no model ${id} here. GET /models lists those that there are.`);
  return found;
}

async function modelsOf(ctx: Context, wanted: string | null) {
  requirePermission(ctx, "usage:write");
  const now = new Date();
  const target = await chooseTarget(ctx.accountId, wanted);
  const [models, tariffAt] = await Promise.all([readProviderModels(target), tariffsOf(ctx.accountId, [now])]);
  const priced = (model: ProviderModel): PricedModel | null => {
    const pricing = pricingOf(tariffAt, target, model.id, now);
    return pricing && { ...model, object: "model", pricing };
  };
  return { models, priced };
}

function pricingOf(
  tariffAt: TariffAt,
  target: Target,
  model: string,
  now: Date,
): PricedModel["pricing"] | null {
  for (const provider of target.pricedAs) {
    const price = (tokens: { input_tokens: number; output_tokens: number }) => {
      const event = reportedEvent(
        {
          ...{ id: "price", feature: "model_inference", model, byok: target.byok, enforce: false },
          ...{ ...tokens, cached_input_tokens: 0, cache_write_tokens: 0, reasoning_tokens: 0 },
          ...(provider && { provider }),
        },
        now,
      );
      const priced = priceInput(tariffAt, event, undefined, now);
      if ("code" in priced || priced.charge.unit !== "credit") return null;
      return formatCredits(nano(priced.charge.charge * PER_MILLION));
    };
    const input = price({ input_tokens: SAMPLE, output_tokens: 0 });
    // An embedding has no output, and so no price for it.
    const output = price({ input_tokens: 0, output_tokens: SAMPLE }) ?? "0";
    if (input !== null) return { unit: "ECU", input_per_million: input, output_per_million: output };
  }
  return null;
}
