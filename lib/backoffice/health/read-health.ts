import type { Operator } from "@/lib/accounts/operator";
import { readFigures } from "./read-figures";
import { type Check, checksOf } from "./rules/checks";
import type { Figures } from "./rules/figures";
import { workOf } from "./rules/work";

/** How the installation does: every check, what waits for people, and the figures behind both. */
export interface Health {
  checks: Check[];
  work: Check[];
  figures: Figures;
}

/** Looks now. */
export async function readHealth(_operator: Operator): Promise<Health> {
  const figures = await readFigures();
  return { checks: checksOf(figures), work: workOf(figures), figures };
}
