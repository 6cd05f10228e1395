/** What usage is told apart by, beside the day. The names are the API's. */
export const DIMENSIONS = [
  { value: "model", label: "Model" },
  { value: "type", label: "Type" },
  { value: "feature", label: "Feature" },
  { value: "member", label: "Member" },
  { value: "project", label: "Project" },
  { value: "key", label: "API key" },
  { value: "mandate", label: "Mandate" },
] as const;
export type Dimension = (typeof DIMENSIONS)[number]["value"];

export function isDimension(text: string | undefined): text is Dimension {
  return DIMENSIONS.some(({ value }) => value === text);
}

/** "Model", "API key". */
export function labelOf(dimension: Dimension): string {
  return DIMENSIONS.find(({ value }) => value === dimension)?.label ?? dimension;
}

/** A group as people know it; what named none is "No project". */
export function nameOf(dimension: Dimension, group: string, names: Readonly<Record<string, string>>): string {
  if (group === "") return dimension === "key" ? "No API key" : `No ${dimension}`;
  return names[group] ?? group;
}
