import { expect, it } from "vitest";
import { featureKinds, type Rate } from "./feature-kinds";
import { estimateBody, questionOf } from "./read-question";

const RATE: Rate = { feature: "judge_run", operation: null, hardware: null, meter: "cost", markup: "1.4" };

it("asks for what decides a price: hardware and hours, or a model and its tokens, or what is counted", () => {
  const kinds = featureKinds([
    RATE,
    { ...RATE, meter: "run", markup: null },
    {
      ...RATE,
      feature: "gpu_instance",
      hardware: "h100",
      meter: "hour",
      markup: null,
    },
    { ...RATE, feature: "gpu_instance", hardware: "l4", meter: "hour", markup: null },
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
