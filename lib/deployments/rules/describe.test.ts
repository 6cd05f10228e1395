import { expect, it } from "vitest";
import { quantity } from "@/lib/metering/rules/quantity";
import { parseCredits } from "@/lib/values/money";
import type { Component } from "./components";
import { describeHold, describeSettlement, durationText } from "./describe";

const part = (meter: string, hardware: string, units: string, price: string): Component => ({
  meter,
  hardware,
  units: quantity(units),
  price: parseCredits(price),
  per: 1n,
});

it("says holds as the documents do", () => {
  const hour = 3_600_000n;
  expect(
    describeHold(
      { kind: "gpu", id: "132" },
      { no: 1, components: [part("hour", "h100", "1", "0.8")], replicas: 1, ms: hour },
    ),
  ).toBe("GPU Instance #132: hold 0.8 ECU per-GPU × 1 GPU × 1h");
  expect(
    describeHold(
      { kind: "inference", id: "7" },
      { no: 3, components: [part("hour", "a100-80gb", "4", "25")], replicas: 2, ms: 24n * hour },
    ),
  ).toBe("Inference Instance #7: hold 25 ECU per-GPU × 2 GPUs × 2 replicas × 24h, cycle 3");
  expect(
    describeHold(
      { kind: "custom_script", id: "s1" },
      {
        no: 1,
        components: [
          part("vcpu_hour", "", "2", "0.05"),
          part("memory_gb_hour", "", "4", "0.01"),
          part("floor", "", "1", "0.1"),
        ],
        replicas: 1,
        ms: hour / 2n,
      },
    ),
  ).toBe("Custom Script #s1: hold (0.05 ECU per-vCPU × 2 vCPUs + 0.01 ECU per-GB × 4 GB) × 30min");
});

it("names the hold that a refund or an overage settles", () => {
  const gpu = { kind: "gpu", id: "132" } as const;
  expect(describeSettlement(gpu, { no: 1, used: 2_700_000n, planned: 3_600_000n, refund: true })).toBe(
    "GPU Instance #132: refund of what its hold left, 45min used of 1h",
  );
  expect(describeSettlement(gpu, { no: 2, used: 5_405_000n, planned: 3_600_000n, refund: false })).toBe(
    "GPU Instance #132: overage above the hold of cycle 2, 1h 30min 5s used of 1h",
  );
});

it("says times in hours, minutes and seconds", () => {
  expect([0n, 999n, 1_000n, 60_000n, 3_660_000n, 90_061_000n].map(durationText)).toEqual([
    "0s",
    "0s",
    "1s",
    "1min",
    "1h 1min",
    "25h 1min 1s",
  ]);
});
