import { describe, expect, it } from "vitest";
import { faultsInForm } from "./faults-in-form";

describe("what the cost preview says of a question that cannot be priced", () => {
  it("asks an empty form for a model first, at its field", () => {
    const faults = { cost_usd: "is needed: send what the call cost, or its model and tokens" };
    expect(faultsInForm(faults, { feature: "model_inference", count: "1" })).toEqual({
      model: "Write a model and its tokens, or its cost in USD.",
    });
    expect(faultsInForm({ model: "is needed to price the tokens" }, { model: " " })).toEqual({
      model: "Write a model and its tokens, or its cost in USD.",
    });
  });

  it("says of an unknown model what the form can do about it, and nothing of events and commands", () => {
    const model = "gpt-99 is not in the price list: send cost_usd with the event, or run `ecu import-rates`";
    expect(faultsInForm({ model }, { model: "gpt-99" })).toEqual({
      model: "gpt-99 is not in the price list: write its cost in USD.",
    });
  });

  it("leaves other faults as they are", () => {
    const faults = { count: "is at least 1", model: "has more than 200 characters" };
    expect(faultsInForm(faults, { model: "m" })).toEqual(faults);
    expect(faultsInForm({ cost_usd: "is a decimal" }, { cost_usd: "x" })).toEqual({
      cost_usd: "is a decimal",
    });
  });
});
