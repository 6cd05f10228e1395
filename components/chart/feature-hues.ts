import { CATEGORIES, categoryOf } from "@/lib/metering/rules/categories";
import type { Hue } from "./rank-series";

type Category = (typeof CATEGORIES)[number]["name"];

const HUES: Readonly<Record<Category, number>> = {
  inference: 1,
  hosting: 2,
  guardrails: 3,
  fine_tuning: 4,
  scripts: 5,
  instances: 6,
  evaluation: 7,
  storage: 8,
  tools: 9,
  assistants: 10,
};
/** How many shades of a category's colour there are for features that it sums. */
const SHADES: Partial<Record<Category, number>> = { instances: 2, evaluation: 3, assistants: 3 };

/**
 * The colours that a category or a feature of usage may have, the first that is free: a category's own, and for its features the shades of it. So a colour means one
 * category on every page, whether usage is told apart by category or by feature, and a feature has the same wherever it stands. A platform's own features, which
 * nobody can list, begin at a shade that their name says.
 */
export function huesOfUsage(name: string): readonly Hue[] {
  const category = CATEGORIES.find((one) => one.name === name || one.name === categoryOf(name));
  if (!category) return [];
  const hue = HUES[category.name];
  const shades = Array.from({ length: SHADES[category.name] ?? 1 }, (_, at): Hue =>
    at === 0 ? hue : `${hue}-${at + 1}`,
  );
  if (category.name === name) return shades.slice(0, 1);
  const known = category.features.findIndex((feature) => feature === name);
  const first = known >= 0 ? known : [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return shades.map((_, at) => shades[(first + at) % shades.length] ?? hue);
}
