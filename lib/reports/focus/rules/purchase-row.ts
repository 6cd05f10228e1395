import { formatCredits, formatScaled, type Nano } from "@/lib/values/money";
import { addDays, addMonths, startOfMonth, type UtcDay } from "@/lib/values/time";
import type { PicoUsd } from "@/lib/values/usd";
import { type FocusAccount, type FocusRow, rowOfDay } from "./columns";
import { CREDIT_SERVICE } from "./service";

/** A row of the ledger that sold credit, or took it back because its money went back. */
export interface SoldCredit {
  day: UtcDay;
  /** Below zero where money went back. */
  credits: Nano;
  /** What was paid before tax, in cents. Null where nobody knows: then it is what the credit is worth. */
  netCents: bigint | null;
  description: string;
  invoiceId: string | null;
  /** It puts right what was billed in a month before. */
  isCorrection: boolean;
}

const DECIMALS = 18;
// Cents for 10⁻⁹ ECU, as 10⁻¹⁸ dollars for one ECU.
const PER_ECU = 10n ** BigInt(DECIMALS - 2 + 9);

/** A purchase of credit as a virtual currency: billed when it is bought, and of no cost until it is used. */
export function purchaseRow(account: FocusAccount, sold: SoldCredit, creditValue: PicoUsd): FocusRow {
  const { day, credits, netCents, description, invoiceId, isCorrection } = sold;
  const worth = formatScaled(credits * creditValue, 21);
  const billed = netCents === null ? worth : formatScaled(netCents, 2);
  const unitPrice = netCents === null ? formatScaled(creditValue, 12) : exactPrice(netCents, credits);
  // A price that no decimal says exactly is that of the whole pack: unit price × quantity is always the cost.
  const pack = unitPrice === null;
  const listPrice = pack ? unsigned(worth) : formatScaled(creditValue, 12);
  const contracted = unitPrice ?? unsigned(billed);
  const month = startOfMonth(day);
  return {
    ...rowOfDay(account, day, addDays(day, 1), [month, addMonths(month, 1)]),
    BilledCost: billed,
    ChargeCategory: "Purchase",
    ChargeClass: isCorrection ? "Correction" : null,
    ChargeDescription: description,
    ChargeFrequency: "One-Time",
    ConsumedQuantity: null,
    ConsumedUnit: null,
    ContractedCost: billed,
    ContractedUnitPrice: contracted,
    EffectiveCost: "0",
    InvoiceId: invoiceId,
    ListCost: worth,
    ListUnitPrice: listPrice,
    PricingCurrency: "USD",
    PricingCurrencyContractedUnitPrice: contracted,
    PricingCurrencyEffectiveCost: "0",
    PricingCurrencyListUnitPrice: listPrice,
    PricingQuantity: pack ? (credits < 0n ? "-1" : "1") : formatCredits(credits),
    PricingUnit: pack ? "Credit Packs" : "Credits",
    ResourceId: null,
    ResourceName: null,
    ResourceType: null,
    ServiceCategory: CREDIT_SERVICE.category,
    ServiceName: "Credits",
    ServiceSubcategory: CREDIT_SERVICE.subcategory,
    SkuId: "credits",
    SkuMeter: "Credits",
    SkuPriceId: pack ? "credits/pack" : "credits/ecu",
    SubAccountId: null,
    SubAccountName: null,
    Tags: "{}",
  };
}

/** Dollars for one ECU, where a decimal says it exactly. */
function exactPrice(netCents: bigint, credits: Nano): string | null {
  const dividend = netCents * PER_ECU;
  return credits !== 0n && dividend % credits === 0n ? formatScaled(dividend / credits, DECIMALS) : null;
}

function unsigned(decimal: string): string {
  return decimal.startsWith("-") ? decimal.slice(1) : decimal;
}
