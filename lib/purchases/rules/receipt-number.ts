/** The two papers that money has: what came in has a receipt, what was paid back a credit note. */
export type ReceiptSeries = "receipt" | "credit_note";

const PREFIX: Readonly<Record<ReceiptSeries, string>> = { receipt: "R", credit_note: "CN" };

/** How a number is written on paper: "R-000042". The seventh digit comes when it is needed. */
export function receiptNumber(series: ReceiptSeries, number: bigint): string {
  return `${PREFIX[series]}-${number.toString().padStart(6, "0")}`;
}
