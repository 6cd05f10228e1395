import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { hardwareName, measureOf } from "@/lib/metering/rules/meter-names";
import { featureName } from "@/lib/metering/rules/usage-names";
import { unitName } from "@/lib/values/display/unit";

/** What an entry is for: "Model inference · chat · gpt-4o". */
export function kindOf({ feature, operation, model, hardware }: DraftEntry): string {
  return [featureName(feature), operation, model, hardwareName(hardware)]
    .filter((part) => part !== "")
    .join(" · ");
}

/** Its price in words: "cost × 1.3", "1 tool run / run", "5 ECU / 1M training tokens". */
export function priceOf({ meter, price, per, markup, unit }: DraftEntry): string {
  if (meter === "cost") return `cost × ${markup}`;
  return `${price} ${unitName(unit, price)} / ${measureOf(meter, per)}`;
}

/** Its tiers in words, one a line. */
export function tiersOf({ meter, unit, tiers }: DraftEntry): string[] {
  return tiers.map(({ above, price, markup }) =>
    meter === "cost"
      ? `above $${above} a month: × ${markup}`
      : `above ${above} a month: ${price} ${unitName(unit, price)}`,
  );
}

/** The least that a call costs, in words. */
export function floorOf({ floor, unit }: DraftEntry): string {
  return floor === "" || floor === "0" ? "none" : `${floor} ${unitName(unit, floor)}`;
}

/** An entry with nothing said yet. */
export const NEW_ENTRY: DraftEntry = {
  ...{ feature: "", operation: "", model: "", hardware: "", meter: "cost", unit: "credit" },
  ...{ price: "", per: "1", markup: "1.3", floor: "0", tiers: [] },
};
