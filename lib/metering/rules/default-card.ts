import type { Unit } from "@/lib/values/ids";
import { type Nano, parseCredits, ZERO } from "@/lib/values/money";
import type { RateEntry } from "./rate-card";

/** What a new installation charges: everything by cost-plus, with small floors; the operator changes it by new versions. */
export function defaultEntries(markupPpm: bigint): RateEntry[] {
  const costPlus = (feature: string, floor: string) =>
    entry({ feature, meter: "cost", markupPpm, floor: parseCredits(floor) });
  return [
    ...DRAFTING.map((feature) => costPlus(feature, "0.001")),
    // The judge, the optimiser and the evaluation are priced per run; the models that they call, by cost.
    ...["model_inference", "judge_run", "gepa_optimization", "trace_evaluation"].map((feature) =>
      costPlus(feature, "0.000001"),
    ),
    fixed("model_inference", "byok_call", "0.005"),
    fixed("judge_run", "run", "0.01"),
    fixed("gepa_optimization", "iteration", "0.05"),
    fixed("trace_evaluation", "trace_judgement", "0.005"),
    // A provider's fine-tuning by its cost; one on machines of ours by its hours and by tokens × epochs.
    costPlus("fine_tuning", "0.01"),
    ...GPUS.map(({ hardware }) =>
      entry({
        feature: "fine_tuning",
        hardware,
        meter: "training_token",
        price: parseCredits("5"),
        per: 1_000_000n,
      }),
    ),
    // What is described by its parts is priced by its parts.
    ...ON_CPU.flatMap((feature) => [
      fixed(feature, "vcpu_hour", "0.2"),
      fixed(feature, "memory_gb_hour", "0.025"),
    ]),
    ...HARDWARE.flatMap(({ hardware, hour, features }) =>
      features.map((feature) =>
        entry({ feature, hardware, meter: "hour", price: parseCredits(hour), floor: parseCredits("0.0001") }),
      ),
    ),
    entry({
      feature: "storage",
      meter: "gb_day",
      price: parseCredits("0.033"),
      floor: parseCredits("0.000001"),
    }),
    entry({ feature: "tool_run", meter: "run", price: 1n as Nano, floor: 1n as Nano, unit: "tool_run" }),
  ];
}

const DRAFTING = [
  "profile_draft",
  "context_author",
  "context_refresh",
  "context_pack_compile",
  "lead_enrichment",
  "lead_qualify",
  "outreach_draft",
  "lead_signal_fetch",
  "x_reply_draft",
  "funnel_generate",
];

const ON_CPU = ["guardrail", "custom_script"];
const ON_GPU = ["guardrail", "model_hosting", "fine_tuning", "gpu_instance", "inference_instance"];

/** ECU for an hour of one machine or one GPU. */
const CPUS = [
  { hardware: "cpu-small", hour: "0.5", features: ON_CPU },
  { hardware: "cpu-medium", hour: "1", features: ON_CPU },
  { hardware: "cpu-large", hour: "2", features: ON_CPU },
];
const GPUS = [
  { hardware: "l4", hour: "10", features: ON_GPU },
  { hardware: "l40s", hour: "20", features: ON_GPU },
  { hardware: "a100-80gb", hour: "25", features: ON_GPU },
  { hardware: "h100", hour: "40", features: ON_GPU },
  { hardware: "h200", hour: "50", features: ON_GPU },
];
const HARDWARE = [...CPUS, ...GPUS];

function fixed(feature: string, meter: string, price: string): RateEntry {
  return entry({ feature, meter, price: parseCredits(price) });
}

function entry(part: Pick<RateEntry, "feature" | "meter"> & Partial<RateEntry>): RateEntry {
  const unit: Unit = "credit";
  return {
    operation: "",
    model: "",
    hardware: "",
    price: null,
    per: 1n,
    markupPpm: null,
    floor: ZERO,
    unit,
    ...part,
  };
}
