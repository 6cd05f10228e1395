import { featureInWords, type FeatureKind } from "./feature-kinds";

/** The names under which a question stands in the URL, beside `quantity.hour` and its like. */
const WORDS = ["feature", "operation", "model", "provider", "hardware", "cost_usd"] as const;
const OWN_KEY = "byok";
const COUNTS = ["input_tokens", "max_output_tokens", "replicas", "count"] as const;
export const WHO = ["team", "project", "member"] as const;
export const QUANTITY = "quantity.";

/** Where the answer begins on the page. */
export const RESULT = "preview-result";

/** Fields as they stand in the URL and in the form. */
export type Question = Readonly<Record<string, string>>;

/** Of all that stands in a URL, what a question is made of. */
export function questionOf(search: Question): Question {
  const known: readonly string[] = [...WORDS, ...COUNTS, ...WHO, OWN_KEY];
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => known.includes(name) || name.startsWith(QUANTITY)),
  );
}

/** The body of an estimate that a question means, still to be read by its schema. Counts that are no numbers stay text, and are refused. */
export function estimateBody(question: Question): unknown {
  const entries = Object.entries(question).filter(([, value]) => value.trim() !== "");
  const some = (names: readonly string[], read: (value: string) => unknown) =>
    Object.fromEntries(
      entries.flatMap(([name, value]) => (names.includes(name) ? [[name, read(value.trim())]] : [])),
    );
  const quantities = Object.fromEntries(
    entries.flatMap(([name, value]) =>
      name.startsWith(QUANTITY) ? [[name.slice(QUANTITY.length), value.trim()]] : [],
    ),
  );
  const operation = {
    ...some(WORDS, (value) => value),
    ...some(COUNTS, (value) => (/^\d{1,15}$/.test(value) ? Number(value) : value)),
    ...(Object.keys(quantities).length > 0 && { quantities }),
    ...(question[OWN_KEY] === "1" && { byok: true }),
  };
  return { operations: [operation], ...some(WHO, (value) => value) };
}

/** What is asked where nothing was said yet, so that the form is never empty. */
export function firstQuestion(kinds: readonly FeatureKind[]): Question {
  const feature = kinds.find((kind) => kind.feature === "model_inference") ?? kinds[0];
  return { feature: feature?.feature ?? "", count: "1" };
}

/** "Hours", "GB-days": how a meter is asked for. */
export function meterInWords(meter: string): string {
  if (meter === "gb_day") return "GB-days";
  const words = featureInWords(meter);
  return words.endsWith("h") ? `${words}es` : `${words}s`;
}
