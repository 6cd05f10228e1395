import { expect, it } from "vitest";
import { describeCall } from "./describe";

const call = (part: Partial<Parameters<typeof describeCall>[0]>) =>
  describeCall({
    ...{ feature: "model_inference", model: "", hardware: "", byok: false },
    ...{
      inputTokens: 0n,
      outputTokens: 0n,
      cachedInputTokens: 0n,
      cacheWriteTokens: 0n,
      reasoningTokens: 0n,
    },
    quantities: {},
    ...part,
  });

it("says on the row what was charged, in the words of the pages", () => {
  expect(call({ model: "gpt-4o", inputTokens: 1_204n, outputTokens: 310n })).toBe(
    "gpt-4o · 1,204 in · 310 out",
  );
  expect(call({ feature: "gpu_instance", hardware: "h100", quantities: { hour: "24" } })).toBe(
    "GPU instance · H100 · 24 hours",
  );
  expect(call({ feature: "storage", quantities: { gb_day: "60" } })).toBe("Storage · 60 GB-days");
  expect(
    call({ feature: "fine_tuning", hardware: "l4", quantities: { training_token: "8400000", hour: "3.5" } }),
  ).toBe("Fine-tuning · L4 · 8,400,000 training tokens · 3.5 hours");
  expect(
    call({ feature: "gepa_optimization", model: "o3", quantities: { iteration: "1" }, byok: true }),
  ).toBe("GEPA optimization · o3 · 1 iteration · own provider key");
});
