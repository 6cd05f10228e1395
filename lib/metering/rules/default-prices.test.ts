import { expect, it } from "vitest";
import { formatCredits, nano } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { defaultEntries } from "./default-card";
import { type LoadedCard, type MeteredCall, priceEvent } from "./price-event";
import { quantity } from "./quantity";

const entries = defaultEntries(1_300_000n);
const CARD: LoadedCard = {
  ...{ version: 1, accountId: null, validFrom: new Date(0), priceList: null, prices: null },
  creditValue: parseUsd("0.1"),
  entries: new Map(
    entries.map(({ feature }) => [feature, entries.filter((entry) => entry.feature === feature)]),
  ),
};

/** What a new installation charges for something, in ECU or tool runs. */
function chargeOf(
  feature: string,
  counted: Readonly<Record<string, string>>,
  call: Partial<MeteredCall> & { costUsd?: string } = {},
): string {
  const { costUsd, ...rest } = call;
  const priced = priceEvent([CARD], {
    ...{ feature, operation: "", model: "", hardware: "", provider: "", byok: false },
    amounts: new Map(Object.entries(counted).map(([meter, count]) => [meter, quantity(count)])),
    reportedCost: costUsd === undefined ? null : parseUsd(costUsd),
    ...rest,
  });
  if ("code" in priced) throw new Error(`${priced.field} ${priced.message}`);
  return priced.charge.unit === "credit"
    ? formatCredits(nano(priced.charge.charge))
    : priced.charge.charge.toString();
}

it("judges are charged by the run, beside what their model cost", () => {
  expect(chargeOf("judge_run", { run: "3" })).toBe("0.03");
  expect(chargeOf("judge_run", { run: "1" }, { costUsd: "0.002" })).toBe("0.036");
});

it("GEPA is charged by the iteration, and the evaluation of traces by traces × judges", () => {
  expect(chargeOf("gepa_optimization", { iteration: "1" })).toBe("0.05");
  expect(chargeOf("gepa_optimization", { iteration: "20" })).toBe("1");
  expect(chargeOf("trace_evaluation", { trace_judgement: String(40 * 3) })).toBe("0.6");
});

it("models and paid services are charged by what they cost with one and the same markup", () => {
  expect(chargeOf("model_inference", {}, { costUsd: "0.1" })).toBe("1.3");
  expect(chargeOf("lead_signal_fetch", {}, { costUsd: "0.1" })).toBe("1.3");
});

it("two replicas cost exactly twice one, and a training by its data, epochs and machine", () => {
  expect(chargeOf("model_hosting", { hour: "1" }, { hardware: "a100-80gb" })).toBe("25");
  expect(chargeOf("model_hosting", { hour: "2" }, { hardware: "a100-80gb" })).toBe("50");
  const training = { training_token: String(2_000_000 * 3), hour: "1.5" };
  expect(chargeOf("fine_tuning", training, { hardware: "h100" })).toBe("90");
  expect(chargeOf("fine_tuning", training, { hardware: "l4" })).toBe("45");
});

it("guardrails and scripts are charged by hardware and time or by their parts, storage by the GB-day, tools by the run", () => {
  expect(chargeOf("guardrail", { hour: "10" }, { hardware: "cpu-small" })).toBe("5");
  expect(chargeOf("custom_script", { vcpu_hour: "2", memory_gb_hour: "4" })).toBe("0.5");
  expect(chargeOf("storage", { gb_day: "100" })).toBe("3.3");
  expect(chargeOf("tool_run", { run: "1" })).toBe("1");
});

it("the provider's tokens of a model with the customer's own key are not charged, the platform's work is", () => {
  const own = { byok: true, costUsd: "5" };
  expect(chargeOf("model_inference", { byok_call: "1" }, own)).toBe("0.005");
  expect(chargeOf("judge_run", { run: "1" }, own)).toBe("0.01");
});
