import type { Question } from "./read-question";

/** Faults of an estimate by the form's fields, in words for who fills in the form: the API's are for who sends events. */
export function faultsInForm(
  faults: Readonly<Record<string, string>>,
  question: Question,
): Readonly<Record<string, string>> {
  const { cost_usd: cost, model, ...others } = faults;
  const isBlank = (name: string) => (question[name] ?? "").trim() === "";
  if (isBlank("model") && isBlank("cost_usd")) {
    // What is missing first in the form is asked for, and the other way named.
    if (cost !== undefined || model !== undefined)
      return { ...others, model: "Write a model and its tokens, or its cost in USD." };
  }
  if (model?.includes("is not in the price list"))
    return { ...faults, model: `${question.model ?? "It"} is not in the price list: write its cost in USD.` };
  return faults;
}
