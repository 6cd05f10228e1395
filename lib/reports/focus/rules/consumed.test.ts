import { expect, it } from "vitest";
import { consumedOf } from "./consumed";

const used = { feature: "model_inference", calls: "3", tokens: "0", measured: null };

it("counts tokens, or calls where there are none", () => {
  expect(consumedOf({ ...used, tokens: "120" })).toEqual({ quantity: "120", unit: "Tokens" });
  expect(consumedOf(used)).toEqual({ quantity: "3", unit: "Calls" });
});

it("never calls a cycle of an instance or a day of a volume a call", () => {
  const storage = { ...used, feature: "storage" };
  expect(consumedOf({ ...storage, measured: { gb_day: "82.5" } })).toEqual({
    quantity: "82.5",
    unit: "GB-Days",
  });
  const guardrail = { ...used, feature: "guardrail" };
  expect(consumedOf({ ...guardrail, measured: { memory_gb_hour: "8", vcpu_hour: "4" } })).toEqual({
    quantity: "4",
    unit: "vCPU-Hours",
  });
  const others: readonly (Record<string, string> | null)[] = [null, {}, { run: "3" }];
  for (const measured of others)
    expect(consumedOf({ ...guardrail, measured })).toEqual({ quantity: "3", unit: "Usage Events" });
});
