import { formatCredits, formatScaled, type Nano } from "@/lib/values/money";
import { addDays, addMonths, startOfMonth, type UtcDay } from "@/lib/values/time";
import { formatUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";
import { type FocusAccount, type FocusRow, rowOfDay } from "./columns";
import { CREDIT_SERVICE } from "./service";

/** A row of the ledger that sold credit, or took it back because its money went back. */
export interface SoldCredit {
  day: UtcDay;
  /** Below zero where money went back. */
  credits: Nano;
  /** What was paid before tax, in cents. Null where nobody knows: then it is what the credit is worth. */
  netCents: bigint | null;
  /** What one ECU of its payment was sold for; null where no payment is known: then it is what the credit is worth. */
  unitPrice: PicoUsd | null;
  description: string;
  /** The number of its receipt or credit note, "R-000042"; null where there is no such paper. */
  invoiceId: string | null;
  /** It puts right what was billed in a month before. */
  isCorrection: boolean;
}

// Cents for 10⁻⁹ ECU, as 10⁻¹² dollars for one ECU.
const PER_ECU = 10n ** 19n;

/** What one ECU of a payment was sold for, where no price was kept with it: to the last decimal that prices have here, rounded half up. */
export function soldAt(netCents: bigint, credits: bigint): PicoUsd {
  return picoUsd((netCents * PER_ECU + credits / 2n) / credits);
}

/**
 * A purchase of credit as a virtual currency: billed when it is bought, and of no cost until it is used. Whoever sold it and however it was paid, its quantity is
 * the credit, in ECU, and unit price × quantity is the list and the contracted cost to the last decimal. What was billed is in whole cents, and so may differ from
 * the contracted cost by its rounding.
 */
export function purchaseRow(account: FocusAccount, sold: SoldCredit, creditValue: PicoUsd): FocusRow {
  const { day, credits, netCents, unitPrice, description, invoiceId, isCorrection } = sold;
  const price = unitPrice ?? creditValue;
  // 10⁻⁹ ECU × 10⁻¹² USD.
  const costAt = (each: PicoUsd) => formatScaled(credits * each, 21);
  const [listPrice, contracted] = [formatUsd(creditValue), formatUsd(price)];
  const month = startOfMonth(day);
  return {
    ...rowOfDay(account, day, addDays(day, 1), [month, addMonths(month, 1)]),
    BilledCost: netCents === null ? costAt(price) : formatScaled(netCents, 2),
    ChargeCategory: "Purchase",
    ChargeClass: isCorrection ? "Correction" : null,
    ChargeDescription: description,
    ChargeFrequency: "One-Time",
    ConsumedQuantity: null,
    ConsumedUnit: null,
    ContractedCost: costAt(price),
    ContractedUnitPrice: contracted,
    EffectiveCost: "0",
    InvoiceId: invoiceId,
    ListCost: costAt(creditValue),
    ListUnitPrice: listPrice,
    PricingCurrency: "USD",
    PricingCurrencyContractedUnitPrice: contracted,
    PricingCurrencyEffectiveCost: "0",
    PricingCurrencyListUnitPrice: listPrice,
    PricingQuantity: formatCredits(credits),
    PricingUnit: "Credits",
    ResourceId: null,
    ResourceName: null,
    ResourceType: null,
    ServiceCategory: CREDIT_SERVICE.category,
    ServiceName: "Credits",
    ServiceSubcategory: CREDIT_SERVICE.subcategory,
    SkuId: "credits",
    SkuMeter: "Credits",
    SkuPriceId: "credits/ecu",
    SubAccountId: null,
    SubAccountName: null,
    Tags: "{}",
  };
}
