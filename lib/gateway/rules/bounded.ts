import { invalid } from "@/lib/values/refusal";

/** Parts of a message whose tokens can be told from what is sent. */
const PARTS = new Set(["text", "refusal", "image_url", "input_audio"]);
const TOOLS = new Set(["function", "custom"]);
/** At other tiers a model costs more than its list price. */
const TIERS = new Set(["auto", "default", "flex"]);

const ADDS =
  "brings in what has no size before it runs, and so no price: leave it out, or use a key of your own";

/**
 * Holds a call to what can be priced before it runs. A file that is fetched, a search or a template brings in tokens that the body does not have:
 * a small hold would let a call run that costs a thousand times as much.
 * @throws Refusal `invalid_request` naming the field
 */
export function requireBounded(body: Readonly<Record<string, unknown>>): void {
  for (const field of ["plugins", "web_search_options", "preset", "prompt"])
    if (isSaid(body[field])) throw invalid(field, ADDS);
  const { model, service_tier: tier, tools, messages } = body;
  if (typeof model === "string" && /:online\b|@preset\//i.test(model)) throw invalid("model", ADDS);
  if (isSaid(tier) && !(typeof tier === "string" && TIERS.has(tier)))
    throw invalid("service_tier", "has no price here: leave it out");
  for (const [at, tool] of listOf(tools).entries())
    if (isOther(tool, TOOLS)) throw invalid(`tools.${at}.type`, ADDS);
  for (const [at, message] of listOf(messages).entries()) {
    for (const [index, part] of listOf(fieldOf(message, "content")).entries())
      if (isOther(part, PARTS)) throw invalid(`messages.${at}.content.${index}.type`, ADDS);
  }
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function isOther(value: unknown, known: ReadonlySet<string>): boolean {
  const type = fieldOf(value, "type");
  return type !== undefined && !(typeof type === "string" && known.has(type));
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
