import { CATEGORIES } from "@/lib/metering/rules/categories";

type Category = (typeof CATEGORIES)[number]["name"];

const HUES: Partial<Record<Category, number>> = {
  inference: 1,
  hosting: 2,
  guardrails: 3,
  fine_tuning: 4,
  scripts: 5,
  instances: 6,
  evaluation: 7,
  storage: 8,
};

/**
 * The colour of a category of usage, and of the feature that it is made of first, on every page: what is looked at by category and by feature is the same in both.
 * What has none of its own takes one that is free.
 */
export function hueOfUsage(name: string): number | undefined {
  const category = CATEGORIES.find((one) => one.name === name || one.features[0] === name);
  return category && HUES[category.name];
}
