/** The columns of FOCUS 1.2 that we give, in their order. What we never have, such as regions and commitments, is left out, as the specification asks. */
export const FOCUS_COLUMNS = [
  "BilledCost",
  "BillingAccountId",
  "BillingAccountName",
  "BillingCurrency",
  "BillingPeriodEnd",
  "BillingPeriodStart",
  "ChargeCategory",
  "ChargeClass",
  "ChargeDescription",
  "ChargeFrequency",
  "ChargePeriodEnd",
  "ChargePeriodStart",
  "ConsumedQuantity",
  "ConsumedUnit",
  "ContractedCost",
  "ContractedUnitPrice",
  "EffectiveCost",
  "InvoiceId",
  "InvoiceIssuerName",
  "ListCost",
  "ListUnitPrice",
  "PricingCategory",
  "PricingCurrency",
  "PricingCurrencyContractedUnitPrice",
  "PricingCurrencyEffectiveCost",
  "PricingCurrencyListUnitPrice",
  "PricingQuantity",
  "PricingUnit",
  "ProviderName",
  "PublisherName",
  "ResourceId",
  "ResourceName",
  "ResourceType",
  "ServiceCategory",
  "ServiceName",
  "ServiceSubcategory",
  "SkuId",
  "SkuMeter",
  "SkuPriceDetails",
  "SkuPriceId",
  "SubAccountId",
  "SubAccountName",
  "Tags",
] as const;
export type FocusColumn = (typeof FOCUS_COLUMNS)[number];

/** A row of FOCUS. Numbers are plain decimals; null is an empty cell. */
export type FocusRow = Readonly<Record<FocusColumn, string | null>>;

/** Whose costs they are, and who issues them. */
export interface FocusAccount {
  id: string;
  name: string;
  /** The company that sells the credit. */
  issuer: string;
}

/** What is the same in every row of an account and a UTC day. */
export function rowOfDay(
  { id, name, issuer }: FocusAccount,
  day: string,
  dayAfter: string,
  months: readonly [string, string],
) {
  return {
    BillingAccountId: id,
    BillingAccountName: name,
    BillingCurrency: "USD",
    BillingPeriodStart: midnight(months[0]),
    BillingPeriodEnd: midnight(months[1]),
    ChargePeriodStart: midnight(day),
    ChargePeriodEnd: midnight(dayAfter),
    InvoiceIssuerName: issuer,
    ProviderName: issuer,
    PublisherName: issuer,
    PricingCategory: "Standard",
    SkuPriceDetails: null,
  } as const;
}

function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
