import type { Chance } from "./random";

/** Quantiles of two published hours of production traffic (Azure LLM inference traces 2023, Patel et al., CC-BY): what real calls look like. */
const SHARES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];
const TRAFFIC = {
  conversation: {
    input: [29, 181, 207, 396, 1_020, 1_189, 2_735, 4_083, 4_142, 6_212, 14_050],
    output: [16, 41, 54, 85, 129, 395, 424, 451, 601, 954, 1_000],
  },
  code: {
    input: [17, 75, 147, 578, 1_469, 2_745, 5_194, 7_315, 7_436, 7_437, 7_437],
    output: [6, 6, 7, 9, 13, 24, 55, 90, 252, 831, 1_899],
  },
} as const;

export type Traffic = keyof typeof TRAFFIC;

/** Input and output tokens of one call, from the quantiles of real ones. */
export function tokensOf(chance: Chance, traffic: Traffic): { input: number; output: number } {
  const { input, output } = TRAFFIC[traffic];
  return { input: quantile(input, chance.next()), output: quantile(output, chance.next()) };
}

function quantile(values: readonly number[], share: number): number {
  const above = SHARES.findIndex((each) => share <= each);
  const high = values[above] ?? 1;
  const low = values[above - 1] ?? 1;
  const from = SHARES[above - 1] ?? 0;
  const to = SHARES[above] ?? 1;
  return Math.max(1, Math.round(low + ((share - from) / (to - from)) * (high - low)));
}
