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

/** Its price in words: "real cost × 1.3", "1 tool run / run", "5 ECU / 1M training tokens". */
export function priceOf({ meter, price, per, markup, unit }: DraftEntry): string {
  if (meter === "cost") return `real cost × ${markup}`;
  return `${price} ${unitName(unit, price)} / ${measureOf(meter, per)}`;
}

/** What every table of prices says of them. */
export const HOW_PRICES_COUNT =
  "Of all prices that fit a call, those count that say most about it: model, then operation, then hardware. Meters of one such price add up; the price of a call with the customer’s own key stands in place of the real cost.";

/** How a price stands to the one above it, where both are for the same: "plus", or "or" where a call has the one or the other. */
export function joinWord(entry: DraftEntry, above: DraftEntry | undefined): "plus" | "or" | null {
  if (!above || kindOf(above) !== kindOf(entry)) return null;
  const meters = [entry.meter, above.meter];
  return meters.includes("cost") && meters.includes("byok_call") ? "or" : "plus";
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
