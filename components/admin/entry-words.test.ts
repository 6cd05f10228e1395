import { expect, it } from "vitest";
import { floorOf, joinWord, NEW_ENTRY, priceOf } from "./entry-words";

it.each([
  [{ meter: "cost", markup: "1.3" }, "real cost × 1.3"],
  [{ meter: "run", price: "1", unit: "tool_run" as const }, "1 tool run / run"],
  [{ meter: "training_token", price: "5", per: "1000000" }, "5 ECU / 1M training tokens"],
  [{ meter: "input_token", price: "0.05", per: "1000" }, "0.05 ECU / 1,000 input tokens"],
  [{ meter: "memory_gb_hour", price: "0.025" }, "0.025 ECU / GB-hour of memory"],
  [{ meter: "byok_call", price: "0.5", per: "100" }, "0.5 ECU / 100 calls with own key"],
  [{ meter: "run", price: "1", per: "many" }, "1 ECU / many runs"],
])("says of %o that its price is %s", (part, words) => {
  expect(priceOf({ ...NEW_ENTRY, ...part })).toBe(words);
});

it("says the least that a call costs", () => {
  expect(floorOf({ ...NEW_ENTRY, floor: "1", unit: "tool_run" })).toBe("1 tool run");
  expect(floorOf({ ...NEW_ENTRY, floor: "0.001" })).toBe("0.001 ECU");
  expect(floorOf(NEW_ENTRY)).toBe("none");
});

it("says how a price stands to the one above it", () => {
  const of = (feature: string, meter: string) => ({ ...NEW_ENTRY, feature, meter });
  expect(joinWord(of("judge_run", "run"), of("judge_run", "cost"))).toBe("plus");
  expect(joinWord(of("model_inference", "cost"), of("model_inference", "byok_call"))).toBe("or");
  expect(joinWord(of("judge_run", "run"), of("tool_run", "run"))).toBeNull();
  expect(joinWord(of("judge_run", "run"), undefined)).toBeNull();
});
