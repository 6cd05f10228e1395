import { formatAtto } from "../prices/atto";
import { costOf, type Generation } from "../store/generation";

/** What was billed: whole tokens, and US dollars as an exact decimal. */
export interface Sums {
  calls: number;
  promptTokens: number;
  cachedTokens: number;
  completionTokens: number;
  reasoningTokens: number;
  cost: string;
}

/** What was billed to each key, and in all. What still runs is counted as far as it has come. */
export function sumsOf(generations: readonly Generation[]): { keys: Record<string, Sums>; total: Sums } {
  const byKey = new Map<string, Generation[]>();
  for (const generation of generations)
    if (!byKey.get(generation.key)?.push(generation)) byKey.set(generation.key, [generation]);
  return {
    keys: Object.fromEntries([...byKey].map(([key, own]) => [key, sum(own)])),
    total: sum(generations),
  };
}

function sum(generations: readonly Generation[]): Sums {
  const of = (count: (generation: Generation) => number) =>
    generations.reduce((total, generation) => total + count(generation), 0);
  return {
    calls: generations.length,
    promptTokens: of(({ promptTokens }) => promptTokens),
    cachedTokens: of(({ cachedTokens }) => cachedTokens),
    completionTokens: of(({ completionTokens }) => completionTokens),
    reasoningTokens: of(({ reasoningTokens }) => reasoningTokens),
    cost: formatAtto(generations.reduce((total, generation) => total + costOf(generation).total, 0n)),
  };
}
