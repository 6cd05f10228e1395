import { expect, it } from "vitest";
import type { RateView } from "@/lib/metering/read-rate-card";
import { featureKinds } from "./feature-kinds";
import { estimateBody, questionOf } from "./read-question";

const RATE: RateView = {
  feature: "judge_run",
  operation: null,
  model: null,
  hardware: null,
  meter: "cost",
  unit: "credit",
  price: null,
  per: null,
  markup: "1.4",
  floor: "0.000001",
  override: false,
};

it("asks for what decides a price: hardware and hours, or a model and its tokens, or what is counted", () => {
  const kinds = featureKinds([
    RATE,
    { ...RATE, meter: "run", price: "0.01", per: "1", markup: null },
    {
      ...RATE,
      feature: "gpu_instance",
      hardware: "h100",
      meter: "hour",
      price: "40",
      per: "1",
      markup: null,
    },
    { ...RATE, feature: "gpu_instance", hardware: "l4", meter: "hour", price: "10", per: "1", markup: null },
  ]);
  expect(kinds).toEqual([
    { feature: "gpu_instance", hardware: ["h100", "l4"], operations: [], meters: ["hour"], byCost: false },
    { feature: "judge_run", hardware: [], operations: [], meters: ["run"], byCost: true },
  ]);
});

it("turns a URL into the body of an estimate, and leaves what is no number to be refused", () => {
  const search = {
    feature: "gpu_instance",
    hardware: "h100",
    "quantity.hour": "24",
    replicas: "2",
    team: "core",
    theme: "x",
  };
  expect(estimateBody(questionOf(search))).toEqual({
    operations: [{ feature: "gpu_instance", hardware: "h100", replicas: 2, quantities: { hour: "24" } }],
    team: "core",
  });
  expect(estimateBody({ feature: "model_inference", input_tokens: "many", model: " " })).toEqual({
    operations: [{ feature: "model_inference", input_tokens: "many" }],
  });
});
