import type { Movement, Pool } from "./pools";

/** The accounts of a general ledger that a journal writes to. */
export const JOURNAL_ACCOUNTS = {
  cash: { code: "1010", title: "Stripe clearing" },
  outside: { code: "1015", title: "Invoices paid outside of Stripe: clearing" },
  elsewhere: { code: "1020", title: "Credit sold elsewhere: clearing" },
  receivable: { code: "1210", title: "Customers in negative credit" },
  tax: { code: "2310", title: "Tax collected on payments" },
  deferred: { code: "2410", title: "Deferred revenue: credit paid and not used" },
  ahead: { code: "2415", title: "Deferred revenue: charged for time to come" },
  promotional: { code: "2420", title: "Promotional credit not used" },
  revenue: { code: "4010", title: "Revenue from use" },
  breakage: { code: "4020", title: "Revenue from expired credit" },
  discounts: { code: "4090", title: "Price differences of debts and refunds" },
  promotionalUse: { code: "4095", title: "Use covered by promotional credit" },
  promotionalCost: { code: "6410", title: "Promotional credit given" },
  corrections: { code: "6420", title: "Corrections of credit" },
  rounding: { code: "6990", title: "Rounding to cents" },
} as const;
export type JournalAccount = keyof typeof JOURNAL_ACCOUNTS;

export const JOURNAL_ACCOUNT_NAMES = Object.keys(JOURNAL_ACCOUNTS) as JournalAccount[];

/** Where each pool stands in the books: two liabilities, and a claim on customers. */
export const ACCOUNT_OF_POOL: Readonly<Record<Pool, JournalAccount>> = {
  paid: "deferred",
  free: "promotional",
  owed: "receivable",
};

/** The other side of what moves in a pool. Only what was paid for, or is owed, is revenue. */
export function counterOf(movement: Movement, pool: Pool): JournalAccount {
  const isFree = pool === "free";
  switch (movement) {
    case "sold":
    case "refunded":
    case "disputed":
      return "cash";
    case "elsewhere":
      return "elsewhere";
    case "granted":
      return "promotionalCost";
    case "used":
    case "returned":
      return isFree ? "promotionalUse" : "revenue";
    case "expired":
      return isFree ? "promotionalCost" : "breakage";
    case "corrected":
      return "corrections";
  }
}
