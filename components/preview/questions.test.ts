import { expect, it } from "vitest";
import { featureKinds, type Rate, wayOf } from "./feature-kinds";
import { estimateBody, meterInWords, questionOf } from "./read-question";

const RATE: Rate = { feature: "judge_run", operation: null, hardware: null, meter: "cost", markup: "1.4" };

it("asks for what decides a price: hardware and hours, or a model and its tokens, or what is counted", () => {
  const kinds = featureKinds([
    RATE,
    { ...RATE, meter: "run", markup: null },
    { ...RATE, feature: "guardrail", hardware: "h100", meter: "hour", markup: null },
    { ...RATE, feature: "guardrail", meter: "vcpu_hour", markup: null },
    { ...RATE, feature: "guardrail", meter: "memory_gb_hour", markup: null },
  ]);
  const onParts = { hardware: "", meters: ["vcpu_hour", "memory_gb_hour"], byCost: false };
  expect(kinds).toEqual([
    {
      feature: "guardrail",
      operations: [],
      ways: [onParts, { hardware: "h100", meters: ["hour"], byCost: false }],
    },
    { feature: "judge_run", operations: [], ways: [{ hardware: "", meters: ["run"], byCost: true }] },
  ]);
  expect(kinds.map((kind) => wayOf(kind, "h100").meters)).toEqual([["hour"], ["run"]]);
  expect(["vcpu_hour", "memory_gb_hour", "gb_day", "run"].map(meterInWords)).toEqual([
    "vCPU hours",
    "Memory GB hours",
    "GB-days",
    "Runs",
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
