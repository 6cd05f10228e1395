import { usdOfCents } from "@/lib/purchases/rules/cents";
import { csvOf } from "@/lib/values/csv-cell";
import type { Month } from "../liability/rules/pools";
import { readRegister } from "./read-register";

const FIELDS = [
  "created_at",
  "paper",
  "number",
  "receipt",
  "account_id",
  "account",
  "gross_usd",
  "tax_usd",
  "net_usd",
  "transaction_id",
] as const;

/** The register of a month's receipts and credit notes as CSV, in the order of their numbers. */
export async function exportRegister(month: Month): Promise<string> {
  const lines = await readRegister(month);
  return csvOf(
    FIELDS,
    lines.map(({ paper, number, receipt, account, ...line }) => ({
      ...{ created_at: line.at, paper, number, receipt, account_id: line.accountId, account },
      ...{ gross_usd: usdOfCents(line.gross), tax_usd: usdOfCents(line.tax), net_usd: usdOfCents(line.net) },
      transaction_id: line.transactionId,
    })),
  );
}
