import { categoryLabel } from "@/lib/metering/rules/categories";
import {
  DIMENSION_NAMES,
  featureName,
  type NamedDimension as Dimension,
  noneOf,
  typeName,
} from "@/lib/metering/rules/usage-names";

export type { Dimension };

/** What usage is told apart by, beside the day. The names are the API's. */
export const DIMENSIONS = (Object.keys(DIMENSION_NAMES) as Dimension[]).map((value) => ({
  value,
  label: DIMENSION_NAMES[value].one,
}));

export function isDimension(text: string | undefined): text is Dimension {
  return DIMENSIONS.some(({ value }) => value === text);
}

/** A group as people know it; what named none is "No project", or what `names` says of it. */
export function nameOf(dimension: Dimension, group: string, names: Readonly<Record<string, string>>): string {
  if (group === "") return names[""] ?? noneOf(dimension);
  if (dimension === "category") return categoryLabel(group);
  if (dimension === "feature") return featureName(group);
  if (dimension === "type") return typeName(group);
  return names[group] ?? group;
}
