import { expect, it } from "vitest";
import { featureName } from "./names";

it("writes a feature as people do", () => {
  expect(["model_hosting", "gpu_instance", "gepa_optimization"].map(featureName)).toEqual([
    ...["Model hosting", "GPU instance", "GEPA optimization"],
  ]);
});
