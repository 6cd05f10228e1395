/** What credit is spent on, as people think of it, in the order in which it is told; each with the features that belong to it. */
export const CATEGORIES = [
  { name: "inference", label: "Model inference", features: ["model_inference"] },
  { name: "fine_tuning", label: "Fine-tuning", features: ["fine_tuning"] },
  { name: "hosting", label: "Model hosting", features: ["model_hosting"] },
  { name: "guardrails", label: "Guardrails", features: ["guardrail"] },
  { name: "scripts", label: "Custom scripts", features: ["custom_script"] },
  {
    name: "evaluation",
    label: "Judges and evaluation",
    features: ["judge_run", "gepa_optimization", "trace_evaluation"],
  },
  { name: "instances", label: "Compute instances", features: ["gpu_instance", "inference_instance"] },
  { name: "storage", label: "Storage", features: ["storage"] },
  { name: "tools", label: "Tool runs", features: ["tool_run"] },
  { name: "assistants", label: "Assistants and data", features: [] },
] as const;

/** A platform's own features, and those of its assistants, belong to what is left. */
const REST = "assistants";

/** What is metered by the time that it ran or lay there, by the worker: nobody called it. */
const BY_TIME: ReadonlySet<string> = new Set(["hosting", "guardrails", "scripts", "instances", "storage"]);

/** True for a category whose usage events are calls; the others' are cycles of instances, days of storage and hours of machines. */
export function isCalled(category: string): boolean {
  return !BY_TIME.has(category);
}

/** The features that are metered by time. */
export const FEATURES_BY_TIME: readonly string[] = CATEGORIES.flatMap(({ name, features }) =>
  isCalled(name) ? [] : [...features],
);

/** How a feature is metered, `call` or `time`, as SQL over a column named `feature`; constants of this file only. */
export const METERED_SQL = `CASE WHEN feature IN (${FEATURES_BY_TIME.map((feature) => `'${feature}'`).join(", ")}) THEN 'time' ELSE 'call' END`;

/** The category of a feature, as SQL over a column named `feature`; it holds constants of this file only. */
export const CATEGORY_SQL = `CASE feature ${CATEGORIES.flatMap(({ name, features }) =>
  features.map((feature) => `WHEN '${feature}' THEN '${name}'`),
).join(" ")} ELSE '${REST}' END`;

/** The category of a feature. */
export function categoryOf(feature: string): string {
  const found = CATEGORIES.find(({ features }) => features.some((name) => name === feature));
  return found?.name ?? REST;
}

/** "Model inference"; a category that nobody knows is called as it is. */
export function categoryLabel(name: string): string {
  return CATEGORIES.find((category) => category.name === name)?.label ?? name;
}
