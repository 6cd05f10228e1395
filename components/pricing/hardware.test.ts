import { describe, expect, it } from "vitest";
import type { RateView } from "@/lib/metering/read-rate-card";
import { costOfReplicas, isHourly } from "./hardware";

const rate = (part: Partial<RateView>): RateView => ({
  ...{ feature: "model_hosting", operation: null, model: null, hardware: "a100", meter: "hour" },
  ...{ unit: "credit", price: "25.3", per: "1", markup: null, floor: "0", tiers: [], override: false },
  ...part,
});

describe("the hardware table", () => {
  it("charges two replicas exactly twice one, for any time", () => {
    for (const hours of [1, 24, 720]) {
      const [one, two] = [1, 2].map((replicas) => Number(costOfReplicas(rate({}), replicas, hours)));
      expect(two).toBe(2 * (one ?? 0));
    }
    expect(costOfReplicas(rate({}), 8, 720)).toBe("145728");
  });

  it("rounds up what does not divide", () => {
    expect(costOfReplicas(rate({ price: "0.000000001", per: "3" }), 1, 1)).toBe("0.000000001");
  });

  it("holds what is billed by time only", () => {
    expect(["hour", "vcpu_hour", "memory_gb_hour"].every((meter) => isHourly(rate({ meter })))).toBe(true);
    expect(["run", "gb_day", "training_token"].some((meter) => isHourly(rate({ meter })))).toBe(false);
  });
});
