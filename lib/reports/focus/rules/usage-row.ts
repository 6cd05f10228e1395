import { formatCredits, formatScaled, type Nano } from "@/lib/values/money";
import { addDays, addMonths, startOfMonth, type UtcDay } from "@/lib/values/time";
import type { PicoUsd } from "@/lib/values/usd";
import { type FocusAccount, type FocusRow, rowOfDay } from "./columns";
import type { Consumed } from "./consumed";
import { serviceOf } from "./service";

/** What was used on a day under the same names. */
export interface UsedDay {
  day: UtcDay;
  unit: "credit" | "tool_run";
  feature: string;
  operation: string;
  model: string;
  member: string;
  team: string;
  project: string;
  key: string;
  mandate: string;
  /** kind/id, or empty. */
  resource: string;
  resourceName: string | null;
  projectName: string | null;
  consumed: Consumed;
  /** Nano-credits, or whole tool runs. */
  charge: bigint;
  /** The day when the calls ran, and whether this is what a re-rate changed of what they were charged: then it counts on the day when it was posted. */
  usedOn: UtcDay;
  isReRated: boolean;
}

/**
 * A row of usage: paid in a virtual currency that was bought before, so that nothing is billed for it, and its cost is what the credit is worth. What a re-rate
 * changed is a row of its own, a correction where the month of the calls was over.
 */
export function usageRow(account: FocusAccount, used: UsedDay, creditValue: PicoUsd): FocusRow {
  const { day, unit, feature, operation, model, charge, resource, usedOn, isReRated } = used;
  const isCredit = unit === "credit";
  const quantity = isCredit ? formatCredits(charge as Nano) : charge.toString();
  const price = isCredit ? formatScaled(creditValue, 12) : "0";
  // 10⁻⁹ ECU × 10⁻¹² USD, exact: list price × quantity is the cost to the last decimal.
  const cost = isCredit ? formatScaled(charge * creditValue, 21) : "0";
  const { consumed } = used;
  const sku = [feature, operation, model].filter(Boolean).join("/");
  const service = serviceOf(feature);
  const month = startOfMonth(day);
  return {
    ...rowOfDay(account, day, addDays(day, 1), [month, addMonths(month, 1)]),
    BilledCost: "0",
    ChargeCategory: "Usage",
    ChargeClass: isReRated && startOfMonth(usedOn) < month ? "Correction" : null,
    ChargeDescription: `${feature.replaceAll("_", " ")}${model && `, ${model}`}${operation && ` (${operation})`}${isReRated ? `, calls of ${usedOn} priced anew` : ""}`,
    ChargeFrequency: "Usage-Based",
    ConsumedQuantity: consumed.quantity,
    ConsumedUnit: consumed.unit,
    ContractedCost: cost,
    ContractedUnitPrice: price,
    EffectiveCost: cost,
    InvoiceId: null,
    ListCost: cost,
    ListUnitPrice: price,
    PricingCurrency: isCredit ? "ECU" : "Tool run",
    PricingCurrencyContractedUnitPrice: "1",
    PricingCurrencyEffectiveCost: quantity,
    PricingCurrencyListUnitPrice: "1",
    PricingQuantity: quantity,
    PricingUnit: isCredit ? "Credits" : "Tool Runs",
    ResourceId: resource || null,
    ResourceName: used.resourceName,
    ResourceType: resource ? (resource.split("/")[0] ?? null) : null,
    ServiceCategory: service.category,
    ServiceName: feature,
    ServiceSubcategory: service.subcategory,
    SkuId: sku,
    SkuMeter: consumed.unit,
    SkuPriceId: `${sku}/${unit}`,
    SubAccountId: used.project || null,
    SubAccountName: used.project ? (used.projectName ?? used.project) : null,
    Tags: tagsOf(used),
  };
}

/** Who used it, as tags of ours. */
function tagsOf({ member, team, key, mandate }: UsedDay): string {
  const tags = Object.entries({ member, team, key, mandate }).filter(([, value]) => value !== "");
  return JSON.stringify(Object.fromEntries(tags.map(([name, value]) => [`ecu:${name}`, value])));
}
