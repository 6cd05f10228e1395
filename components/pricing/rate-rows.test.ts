import { describe, expect, it } from "vitest";
import type { RateView } from "@/lib/metering/read-rate-card";
import { hardwareRowsOf, joinOf, rateRowsOf } from "./rate-rows";

const rate = (part: Partial<RateView>): RateView => ({
  ...{ feature: "judge_run", operation: null, model: null, hardware: null, meter: "run" },
  ...{ unit: "credit", price: "0.01", per: "1", markup: null, floor: "0", tiers: [], override: false },
  ...part,
});
const cost = (part: Partial<RateView> = {}) =>
  rate({ meter: "cost", price: null, per: null, markup: "1.3", floor: "0.000001", ...part });

describe("the rows of a price list", () => {
  it("are one for each kind of work, with the floor of the whole", () => {
    const rows = rateRowsOf([rate({}), cost(), cost({ operation: "chat" })]);
    expect(rows.map(({ parts, floor }) => [parts.map(({ meter }) => meter), floor])).toEqual([
      [["cost", "run"], "0.000001"],
      [["cost"], "0.000001"],
    ]);
  });

  it("tell prices that add up from those that stand in place of each other", () => {
    const inference = { feature: "model_inference" };
    const [row] = rateRowsOf([rate({ ...inference, meter: "byok_call" }), cost(inference)]);
    const parts = row?.parts ?? [];
    expect(parts.map((part, at) => [joinOf(part, parts.slice(0, at)), part.meter])).toEqual([
      ["", "cost"],
      ["or", "byok_call"],
    ]);
    expect(joinOf(rate({}), [cost()])).toBe("+");
    expect(joinOf(rate({ meter: "byok_call" }), [rate({})])).toBe("+");
  });

  it("say that time is charged besides, and count its floor", () => {
    const machine = { feature: "fine_tuning", hardware: "h100" };
    const [row] = rateRowsOf(
      [rate({ ...machine, meter: "training_token" })],
      [rate({ ...machine, meter: "hour", floor: "0.0001" }), rate({ meter: "hour", floor: "9" })],
    );
    expect(row).toMatchObject({ isTimed: true, floor: "0.0001" });
    expect(rateRowsOf([rate({})])).toMatchObject([{ isTimed: false, floor: "0" }]);
  });

  it("name the machines on which the same costs the same, and no account's own price with everyone's", () => {
    const tokens = { feature: "fine_tuning", meter: "training_token", price: "5", per: "1000000" };
    const rows = rateRowsOf([
      cost({ feature: "fine_tuning" }),
      rate({ ...tokens, hardware: "h100" }),
      rate({ ...tokens, hardware: "h200" }),
      rate({ ...tokens, hardware: "l4", price: "4" }),
      rate({ ...tokens, hardware: "l40s", override: true }),
    ]);
    expect(rows.map(({ hardware }) => hardware)).toEqual([[], ["h100", "h200"], ["l4"], ["l40s"]]);
  });
});

it("shows a machine once at one price, the cheapest first, with all that it is for", () => {
  const hour = (feature: string, hardware: string, price: string) =>
    rate({ feature, hardware, price, meter: "hour" });
  const rows = hardwareRowsOf([
    hour("fine_tuning", "h100", "40"),
    hour("fine_tuning", "l4", "9"),
    hour("guardrail", "h100", "40"),
    hour("guardrail", "l4", "10"),
  ]);
  expect(
    rows.map((row) => [row.rate.hardware, row.rate.price, row.uses.map(({ feature }) => feature)]),
  ).toEqual([
    ["l4", "9", ["fine_tuning"]],
    ["l4", "10", ["guardrail"]],
    ["h100", "40", ["fine_tuning", "guardrail"]],
  ]);
});

it("shows a machine once for each least that it costs, so that every floor is right for all that its row is for", () => {
  const hour = (feature: string, floor: string) =>
    rate({ feature, floor, hardware: "l4", price: "10", meter: "hour" });
  const rows = hardwareRowsOf([
    hour("guardrail", "0.0001"),
    hour("fine_tuning", "0.5"),
    hour("gpu_instance", "0.0001"),
  ]);
  expect(rows.map((row) => [row.rate.floor, row.uses.map(({ feature }) => feature)])).toEqual([
    ["0.0001", ["guardrail", "gpu_instance"]],
    ["0.5", ["fine_tuning"]],
  ]);
});
