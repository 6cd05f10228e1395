import type { DraftEntry } from "@/lib/metering/drafts/schema";
import { unitName } from "@/lib/values/display/unit";

/** What an entry is for: "model_inference · chat · gpt-4o". */
export function kindOf({ feature, operation, model, hardware }: DraftEntry): string {
  return [feature, operation, model, hardware].filter((part) => part !== "").join(" · ");
}

/** Its price in words: "cost × 1.3", "0.05 ECU for 1000 input token". */
export function priceOf({ meter, price, per, markup, unit }: DraftEntry): string {
  if (meter === "cost") return `cost × ${markup}`;
  return `${price} ${unitName(unit)} / ${per === "1" ? "" : `${per} `}${meter.replaceAll("_", " ")}`;
}

/** Its tiers in words, one a line. */
export function tiersOf({ meter, unit, tiers }: DraftEntry): string[] {
  return tiers.map(({ above, price, markup }) =>
    meter === "cost"
      ? `above $${above} a month: × ${markup}`
      : `above ${above} a month: ${price} ${unitName(unit)}`,
  );
}

export function floorOf({ floor, unit }: DraftEntry): string {
  return floor === "" || floor === "0" ? "none" : `${floor} ${unitName(unit)}`;
}

/** An entry with nothing said yet. */
export const NEW_ENTRY: DraftEntry = {
  ...{ feature: "", operation: "", model: "", hardware: "", meter: "cost", unit: "credit" },
  ...{ price: "", per: "1", markup: "1.3", floor: "0", tiers: [] },
};
