import { expect, it } from "vitest";
import { dimensionNoun, featureName, noneOf } from "./usage-names";

it("writes a feature as people do", () => {
  expect(["model_hosting", "gpu_instance", "gepa_optimization", "fine_tuning"].map(featureName)).toEqual([
    ...["Model hosting", "GPU instance", "GEPA optimization", "Fine-tuning"],
  ]);
});

it("calls what names none by what it names none of", () => {
  expect([noneOf("member"), noneOf("feature"), noneOf("key")]).toEqual([
    "No member",
    "No feature",
    "No API key",
  ]);
  expect([dimensionNoun("key", "many"), dimensionNoun("category", "many")]).toEqual([
    "API keys",
    "categories",
  ]);
});
