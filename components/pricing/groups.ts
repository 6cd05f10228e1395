import type { RateView } from "@/lib/metering/read-rate-card";
import { isHourly } from "./hardware";

/** Prices that people look for together. */
export interface RateGroup {
  title: string;
  description: string;
  rates: RateView[];
}

const GROUPS: readonly { title: string; description: string; holds: (rate: RateView) => boolean }[] = [
  {
    title: "Models and calls",
    description:
      "A call costs its real cost × the markup, or with your own provider key a fixed price; never less than the floor.",
    holds: ({ feature }) => feature === "model_inference",
  },
  {
    title: "Runs and training",
    description:
      "Judges, optimization, evaluation and fine-tuning. Prices that are joined by + add up: a run, and the models that it calls.",
    holds: ({ feature, meter }) =>
      /^(judge_run|gepa_optimization|trace_evaluation|fine_tuning)$/.test(feature) || /token$/.test(meter),
  },
  {
    title: "Storage and tool runs",
    description: "Storage by GB and day; tool runs from their own wallet.",
    holds: ({ feature, unit }) => feature === "storage" || unit === "tool_run",
  },
];

const OTHERS = {
  title: "Assistants and data",
  description: "What the platform does for you with models and paid services: real cost × the markup.",
};

/** A rate card in the order in which people read it; what is billed by time stands apart. */
export function groupsOf(rates: readonly RateView[]): { groups: RateGroup[]; hardware: RateView[] } {
  const hardware = rates.filter(isHourly);
  const left = rates.filter((rate) => !isHourly(rate));
  const groups = GROUPS.map(({ holds, ...words }, at) => ({
    ...words,
    rates: left.filter((rate) => GROUPS.findIndex((group) => group.holds(rate)) === at),
  }));
  const others = { ...OTHERS, rates: left.filter((rate) => !GROUPS.some((group) => group.holds(rate))) };
  const all = [...groups.slice(0, 1), others, ...groups.slice(1)];
  return { groups: all.filter((group) => group.rates.length > 0), hardware };
}
