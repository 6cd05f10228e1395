import type { Used } from "./amounts";
import { hardwareName, metered } from "./meter-names";
import { featureWord } from "./usage-names";

interface Described extends Used {
  feature: string;
  model: string;
  hardware: string;
  byok: boolean;
}

/** The words of a charge on the ledger: "gpt-4o · 1,204 in · 310 out". */
export function describeCall(call: Described): string {
  const subject = call.model || hardwareName(call.hardware);
  const words = [
    ...(call.feature === "model_inference" && subject ? [] : [featureWord(call.feature)]),
    ...(subject ? [subject] : []),
    ...(call.inputTokens > 0n ? [`${group(call.inputTokens)} in`] : []),
    ...(call.outputTokens > 0n ? [`${group(call.outputTokens)} out`] : []),
    ...Object.entries(call.quantities)
      .slice(0, 4)
      .map(([meter, count]) => metered(grouped(count), meter)),
    ...(call.byok ? ["own provider key"] : []),
  ];
  return words.join(" · ").slice(0, 500);
}

/** "8,400,000", "3.5": in a description, which is kept, everybody's digits are written alike. */
function grouped(count: string): string {
  const [whole = "", ...fraction] = count.split(".");
  return [group(BigInt(whole)), ...fraction].join(".");
}

function group(count: bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
