import { featureName } from "@/components/pricing/names";
import { categoryLabel } from "@/lib/metering/rules/categories";

/** What usage is told apart by, beside the day. The names are the API's. */
export const DIMENSIONS = [
  { value: "category", label: "Category" },
  { value: "model", label: "Model" },
  { value: "type", label: "Type" },
  { value: "feature", label: "Feature" },
  { value: "member", label: "Member" },
  { value: "team", label: "Team" },
  { value: "project", label: "Project" },
  { value: "key", label: "API key" },
  { value: "mandate", label: "Mandate" },
  { value: "resource", label: "Resource" },
] as const;
export type Dimension = (typeof DIMENSIONS)[number]["value"];

export function isDimension(text: string | undefined): text is Dimension {
  return DIMENSIONS.some(({ value }) => value === text);
}

/** "Model", "API key". */
export function labelOf(dimension: Dimension): string {
  return DIMENSIONS.find(({ value }) => value === dimension)?.label ?? dimension;
}

/** "model", "API key": within a sentence. */
export function nounOf(dimension: Dimension): string {
  return dimension === "key" ? "API key" : labelOf(dimension).toLowerCase();
}

/** A group as people know it; what named none is "No project". */
export function nameOf(dimension: Dimension, group: string, names: Readonly<Record<string, string>>): string {
  if (group === "") return dimension === "model" ? "Without a model" : `No ${nounOf(dimension)}`;
  if (dimension === "category") return categoryLabel(group);
  if (dimension === "feature") return featureName(group);
  return names[group] ?? group;
}
