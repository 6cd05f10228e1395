import { csvOf } from "@/lib/values/csv-cell";
import { formatCredits } from "@/lib/values/money";
import type { Month } from "../liability/rules/pools";
import { readElsewhere } from "./read-elsewhere";

const FIELDS = [
  "created_at",
  "account_id",
  "account",
  "type",
  "description",
  "amount",
  "transaction_id",
] as const;

/** What a month's journal has as sold elsewhere, row by row, as CSV, newest first. Amounts in ECU. */
export async function exportElsewhere(month: Month): Promise<string> {
  const lines = await readElsewhere(month);
  return csvOf(
    FIELDS,
    lines.map(({ at, accountId, account, type, description, amount, transactionId }) => ({
      ...{ created_at: at, account_id: accountId, account, type, description },
      ...{ amount: formatCredits(amount), transaction_id: transactionId },
    })),
  );
}
