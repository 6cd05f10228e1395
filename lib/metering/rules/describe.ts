import type { Used } from "./amounts";

interface Described extends Used {
  feature: string;
  model: string;
  hardware: string;
  byok: boolean;
}

/** The words of a charge on the ledger: "gpt-4o · 1,204 in · 310 out". */
export function describeCall(call: Described): string {
  const subject = call.model || call.hardware;
  const words = [
    ...(call.feature === "model_inference" && subject ? [] : [sentence(call.feature)]),
    ...(subject ? [subject] : []),
    ...(call.inputTokens > 0n ? [`${group(call.inputTokens)} in`] : []),
    ...(call.outputTokens > 0n ? [`${group(call.outputTokens)} out`] : []),
    ...Object.entries(call.quantities)
      .slice(0, 4)
      .map(([meter, count]) => `${count} ${counted(sentence(meter).toLowerCase(), count)}`),
    ...(call.byok ? ["own provider key"] : []),
  ];
  return words.join(" · ").slice(0, 500);
}

/** Meters are regular words: "1 run", "22 iterations", "3 web searches". */
function counted(word: string, count: string): string {
  if (count === "1") return word;
  return word.endsWith("ch") ? `${word}es` : `${word}s`;
}

function sentence(slug: string): string {
  const words = slug.replaceAll(/[_.-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function group(count: bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
