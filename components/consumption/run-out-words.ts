import type { RunOutDays } from "@/lib/reports/read-run-out";
import { displayAmount } from "@/lib/values/display/amount";
import { displayRunOut } from "@/lib/values/display/run-out";

/** The same, where the page has said how much is left: "In four of five cases between 3 and 9 Dec." */
export function rangeInWords(runOut: RunOutDays | null): string {
  if (!runOut) return "It can be told after a week of use.";
  const { low, high } = runOut;
  if (low === null) return "Not within a year, at this rate.";
  if (high === null) return `In nine of ten cases not before ${displayRunOut({ low, high: low })}.`;
  return `In four of five cases within ${displayRunOut(runOut)}, by how the last eight weeks went and by when grants expire.`;
}

/** The answer of the page in one sentence: "412.50 ECU available, enough until 3 – 9 Dec at this rate." */
export function runOutInWords(available: string, runOut: RunOutDays | null): string {
  if (available.startsWith("-") || available === "0") return "Nothing is left. Add credit to go on.";
  const left = `${displayAmount(available, { decimals: 2 })} ECU available`;
  if (!runOut) return `${left}. How long it lasts can be told after a week of use.`;
  if (runOut.low === null) return `${left}, enough for more than a year at this rate.`;
  return runOut.high === null
    ? `${left}, enough at least until ${displayRunOut({ low: runOut.low, high: runOut.low })} at this rate.`
    : `${left}, enough until ${displayRunOut(runOut)} at this rate.`;
}
