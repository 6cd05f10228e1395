/** Who sells, as invoices and receipts say it. */
export const ACCOUNT = { name: "Ecu Sandbox", country: "US" } as const;
