import { usdOfCents } from "@/lib/purchases/rules/cents";
import { csvOf } from "@/lib/values/csv-cell";
import { formatCredits } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import type { Month } from "../liability/rules/pools";
import { readElsewhere } from "./read-elsewhere";
import { elsewhereCents } from "./rules/elsewhere-cents";

const FIELDS = [
  "created_at",
  "account_id",
  "account",
  "type",
  "description",
  "amount",
  "usd",
  "transaction_id",
] as const;

/** What a month's journal has as sold elsewhere, row by row, as CSV, newest first. Amounts in ECU, and in dollars at the price of credit. */
export async function exportElsewhere(month: Month, creditValue: PicoUsd): Promise<string> {
  const lines = await readElsewhere(month);
  const cents = elsewhereCents(lines, creditValue);
  return csvOf(
    FIELDS,
    lines.map(({ at, accountId, account, type, description, amount, transactionId }, no) => ({
      ...{ created_at: at, account_id: accountId, account, type, description },
      ...{ amount: formatCredits(amount), usd: usdOfCents(cents[no] ?? 0n), transaction_id: transactionId },
    })),
  );
}
