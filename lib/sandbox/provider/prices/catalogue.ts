import { waitForUpdate } from "@pydantic/genai-prices";
import { formatAtto } from "./atto";
import { findModel } from "./rates";

export interface ListedModel {
  id: string;
  object: "model";
  created: number;
  owned_by: string;
  name: string;
  context_length: number | null;
  /** US dollars for one token, as exact decimals. */
  pricing: { prompt: string; completion: string; input_cache_read: string; request: string };
}

// The list says of no model when it was made.
const CREATED = 1_735_689_600;

const HOUR_MS = 3_600_000;
let listed: { hour: number; models: Promise<ListedModel[]> } | undefined;

/** Every model that is run here: OpenRouter's by their names there, OpenAI's by their own; by the prices of the hour. */
export function listModels(now: Date): Promise<ListedModel[]> {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  if (listed?.hour !== hour) listed = { hour, models: readModels(now) };
  return listed.models;
}

async function readModels(now: Date): Promise<ListedModel[]> {
  const providers = (await waitForUpdate()) ?? [];
  const published = providers.filter(({ id }) => id === "openrouter" || id === "openai");
  return published.flatMap(({ id: provider, models }) =>
    models.flatMap(({ id, name, deprecated }) => {
      const found = deprecated ? null : findModel(id, 0, now);
      if (!found) return [];
      const { rates, contextWindow } = found;
      return {
        id,
        object: "model" as const,
        created: CREATED,
        owned_by: provider === "openai" ? provider : (id.split("/")[0] ?? provider),
        name: name ?? id,
        context_length: contextWindow,
        pricing: {
          prompt: formatAtto(rates.input),
          completion: formatAtto(rates.output),
          input_cache_read: formatAtto(rates.cached),
          request: formatAtto(rates.request),
        },
      };
    }),
  );
}
