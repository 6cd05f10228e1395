import { hash } from "node:crypto";
import { z } from "zod";
import { Refusal } from "@/lib/values/refusal";
import { type Address, readText, send } from "../provider/send";

const FRESH_MS = 60_000;
const ANSWER_MS = 10_000;
const MAX_BYTES = 33_554_432;

const Models = z.object({
  data: z.array(
    z.looseObject({ id: z.string(), created: z.int().catch(0), owned_by: z.string().optional() }),
  ),
});

/** A model as its provider lists it. */
export interface ProviderModel {
  id: string;
  created: number;
  owned_by: string;
}

// By address and key: a list may name models that were made for whoever the key belongs to. Of the key there is a digest in memory, no more.
const known = new Map<string, { at: number; models: Promise<ProviderModel[]> }>();

/** What a provider runs, as it said at most a minute ago. @throws Refusal `unavailable` when it cannot be asked */
export function readProviderModels(address: Address): Promise<ProviderModel[]> {
  const now = Date.now();
  const name = `${address.baseUrl} ${hash("sha256", address.key)}`;
  const before = known.get(name);
  if (before && now - before.at < FRESH_MS) return before.models;
  for (const [old, { at }] of known) if (now - at >= FRESH_MS) known.delete(old);
  const asked = { at: now, models: ask(address) };
  known.set(name, asked);
  asked.models.catch(() => {
    if (known.get(name) === asked) known.delete(name);
  });
  return asked.models;
}

async function ask(address: Address): Promise<ProviderModel[]> {
  try {
    const sent = await send(address, "/models", { signal: AbortSignal.timeout(ANSWER_MS) });
    const text = await readText(sent.body, MAX_BYTES);
    if (sent.status !== 200) throw new Error(`the provider answered ${sent.status}`);
    const { data } = Models.parse(JSON.parse(text));
    return data.map(({ id, created, owned_by }) => ({
      id,
      created,
      owned_by: owned_by ?? id.split("/")[0] ?? "",
    }));
  } catch {
    throw new Refusal(
      "unavailable",
      "The provider's list of models cannot be read at the moment. Try again.",
      [],
      5,
    );
  }
}
