import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textOf } from "@/lib/testing/text-of";
import type { FeatureKind, Way } from "./feature-kinds";
import { OperationFields } from "./operation-fields";

function formOf(feature: string, way: Partial<Way>): string {
  const kind: FeatureKind = {
    ...{ feature, operations: [] },
    ways: [{ hardware: "", meters: [], byCost: false, ...way }],
  };
  const field = (name: string) => ({ name, value: "", onChange: () => undefined });
  return textOf(
    renderToStaticMarkup(<OperationFields kinds={[kind]} kind={kind} field={field} faults={{}} />),
  );
}

it("says how the size of an evaluation and of a training is counted", () => {
  expect(formOf("trace_evaluation", { meters: ["trace_judgement"], byCost: true })).toContain(
    "Trace judgements Traces × judges: 40 traces by 3 judges are 120.",
  );
  expect(formOf("fine_tuning", { hardware: "h100", meters: ["hour", "training_token"] })).toContain(
    "Training tokens Tokens of the data × epochs.",
  );
});

it("asks for tokens by model where the real cost counts, and for hours and replicas where a machine does", () => {
  expect(formOf("model_inference", { byCost: true })).toMatch(
    /Model .*Input tokens .*Output tokens .*Or its cost in USD/,
  );
  expect(formOf("model_hosting", { hardware: "a100-80gb", meters: ["hour"] })).toMatch(
    /Hardware A100 80 GB Replicas .*Hours .*How many of them/,
  );
});
