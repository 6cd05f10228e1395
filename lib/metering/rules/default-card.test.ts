import { expect, it } from "vitest";
import { defaultEntries } from "./default-card";

const MARKUP_PPM = 1_300_000n;
const entries = defaultEntries(MARKUP_PPM);

/** What exists from the start, by who named it. */
const FEATURES = [
  ...["profile_draft", "context_author", "context_refresh", "context_pack_compile", "lead_enrichment"],
  ...["lead_qualify", "outreach_draft", "lead_signal_fetch", "x_reply_draft", "funnel_generate"],
  ...["model_inference", "judge_run", "gepa_optimization", "trace_evaluation"],
  ...["guardrail", "custom_script", "fine_tuning", "model_hosting", "tool_run"],
  ...["gpu_instance", "inference_instance", "storage"],
];

it("prices every feature that exists from the start, and no other", () => {
  expect([...new Set(entries.map(({ feature }) => feature))].sort()).toEqual(FEATURES.toSorted());
});

it.each(FEATURES)("%s has a floor", (feature) => {
  expect(entries.some((entry) => entry.feature === feature && entry.floor > 0n)).toBe(true);
});

it("charges each by a price or by its cost with the markup, tools in runs and the rest in credit", () => {
  for (const { feature, price, markupPpm, unit } of entries) {
    expect([price !== null, markupPpm === MARKUP_PPM].filter(Boolean)).toHaveLength(1);
    expect(unit).toBe(feature === "tool_run" ? "tool_run" : "credit");
  }
});
