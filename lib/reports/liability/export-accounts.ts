import { csvOf } from "@/lib/values/csv-cell";
import { formatCredits, formatScaled } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { utcDay } from "@/lib/values/time";
import type { PicoUsd } from "@/lib/values/usd";
import { readLiability } from "./read-liability";
import { deferredCents } from "./rules/by-account";
import type { Month } from "./rules/pools";

const FIELDS = [
  "account_id",
  "account",
  "paid",
  "charged_ahead",
  "promotional",
  "negative",
  "deferred_usd",
] as const;

/**
 * What each account has at the end of a month, or has now where it is not over, as CSV: credit in ECU, exact, and what of it is deferred in dollars, which
 * comes to the journal's accounts for it. @throws Refusal `invalid_request` for a month to come
 */
export async function exportAccounts(month: Month, creditValue: PicoUsd): Promise<string> {
  if (month > utcDay(new Date()).slice(0, 7)) throw invalid("month", "has not begun");
  const { accounts } = await readLiability(month, creditValue);
  const cents = deferredCents(accounts);
  return csvOf(
    FIELDS,
    accounts.map(({ id, name, paid, ahead, free, owed }, at) => ({
      ...{ account_id: id, account: name, paid: formatCredits(paid), charged_ahead: formatCredits(ahead) },
      ...{ promotional: formatCredits(free), negative: formatCredits(owed) },
      deferred_usd: formatScaled(cents[at] ?? 0n, 2),
    })),
  );
}
