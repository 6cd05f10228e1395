import { expect, it } from "vitest";
import { CATEGORIES } from "./categories";
import { dimensionNoun, featureName, noneOf, resourceName, resourceShortName, typeName } from "./usage-names";

it("writes a feature as people do", () => {
  expect(["model_hosting", "gpu_instance", "gepa_optimization", "fine_tuning"].map(featureName)).toEqual([
    ...["Model hosting", "GPU instances", "GEPA optimization", "Fine-tuning"],
  ]);
});

it("writes the kind of a call as people do, short forms in capitals", () => {
  expect(["chat", "web_search", "crm_lookup", "sql"].map(typeName)).toEqual([
    ...["chat", "web search", "CRM lookup", "SQL"],
  ]);
});

it("calls a feature as the category that it is all of: one thing has one name on every page", () => {
  for (const { label, features } of CATEGORIES)
    if (features.length === 1) expect(featureName(features[0])).toBe(label);
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

it("names a resource without the address that the API gives it", () => {
  expect(["tool/crm-lookup", "custom_script/nightly", "volume/a/b", "plain"].map(resourceName)).toEqual([
    "Tool crm-lookup",
    "Custom script nightly",
    "Volume a/b",
    "plain",
  ]);
  expect(["tool/crm-lookup", "plain"].map(resourceShortName)).toEqual(["crm-lookup", "plain"]);
});
