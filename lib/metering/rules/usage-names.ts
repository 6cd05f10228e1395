import type { UsageDimension } from "../schema-usage";

/** What usage is told apart by, beside the day, in the order in which it is offered: the API's names, and what people read. */
export const DIMENSION_NAMES = {
  category: { one: "Category", many: "Categories" },
  model: { one: "Model", many: "Models" },
  type: { one: "Type", many: "Types" },
  feature: { one: "Feature", many: "Features" },
  member: { one: "Member", many: "Members" },
  team: { one: "Team", many: "Teams" },
  project: { one: "Project", many: "Projects" },
  key: { one: "API key", many: "API keys" },
  mandate: { one: "Mandate", many: "Mandates" },
  resource: { one: "Resource", many: "Resources" },
} as const satisfies Readonly<Record<Exclude<UsageDimension, "day">, { one: string; many: string }>>;

export type NamedDimension = keyof typeof DIMENSION_NAMES;

/** "model", "API keys": within a sentence. */
export function dimensionNoun(dimension: NamedDimension, number: "one" | "many" = "one"): string {
  const name = DIMENSION_NAMES[dimension][number];
  return dimension === "key" ? name : name.toLowerCase();
}

/** What usage that names none is called: "No model", "No API key". */
export function noneOf(dimension: NamedDimension): string {
  return `No ${dimensionNoun(dimension)}`;
}

/** Features that are charged for many of a kind: called as the tabs and categories of usage call them. */
const FEATURE_NAMES: Readonly<Record<string, string>> = {
  guardrail: "Guardrails",
  custom_script: "Custom scripts",
  judge_run: "Judge runs",
  gpu_instance: "GPU instances",
  inference_instance: "Inference instances",
  tool_run: "Tool runs",
};

/** A feature as people write it, everywhere: "Model hosting", "Guardrails". */
export function featureName(feature: string): string {
  return FEATURE_NAMES[feature] ?? featureWord(feature);
}

/** The kind of a call as people write it: "chat", "web search", "CRM lookup". */
export function typeName(type: string): string {
  return shortFormsOf(type.replaceAll("_", " "));
}

/** Words with their short forms in capitals: "CRM lookup". */
function shortFormsOf(words: string): string {
  return words.replaceAll(/\b(api|cpu|crm|gb|gepa|gpu|sql|url)\b/g, (name) => name.toUpperCase());
}

/** What a call named as its resource: "tool/crm-lookup" is "Tool crm-lookup". */
export function resourceName(resource: string): string {
  const { kind, id } = partsOf(resource);
  return kind === "" ? id : `${featureWord(kind)} ${id}`;
}

/** The same where its kind is told besides: "crm-lookup". */
export function resourceShortName(resource: string): string {
  return partsOf(resource).id;
}

function partsOf(resource: string): { kind: string; id: string } {
  const at = resource.indexOf("/");
  return { kind: resource.slice(0, Math.max(0, at)), id: resource.slice(at + 1) };
}

/** A feature where one of it is meant, as on the row of a charge: "GPU instance", "GEPA optimization". */
export function featureWord(feature: string): string {
  const words = shortFormsOf(feature.replaceAll(/[_.-]+/g, " "))
    .replaceAll("vcpu", "vCPU")
    .replace("fine tuning", "fine-tuning");
  return words.startsWith("vCPU") ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
