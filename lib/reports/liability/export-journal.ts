import { cell } from "@/lib/values/csv-cell";
import { formatCredits, formatScaled } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { addDays, utcDay } from "@/lib/values/time";
import type { PicoUsd } from "@/lib/values/usd";
import { readJournalAccounts } from "./journal-accounts";
import { readLiability } from "./read-liability";
import { readCash } from "./read-cash";
import { journalOf, type JournalLine } from "./rules/journal";
import { monthAfter } from "./rules/months";
import type { Month } from "./rules/pools";

const HEADER = "Date,Reference,Account code,Account,Debit,Credit,Currency,ECU,Description\n";

interface Journal {
  lines: JournalLine[];
  isFinal: boolean;
}

/** The journal of a month, line by line. Empty where nothing moved. @throws Refusal `invalid_request` for a month to come */
async function readJournal(month: Month, creditValue: PicoUsd): Promise<Journal> {
  if (month > utcDay(new Date()).slice(0, 7)) throw invalid("month", "has not begun");
  const [{ months, isFinal }, cash] = await Promise.all([readLiability(month, creditValue), readCash(month)]);
  return { lines: journalOf(months, month, cash, isFinal), isFinal };
}

/**
 * The journal of a month as CSV, to be imported by the programs that finance uses: a line for each side, dated on the month's last day, in dollars with
 * two decimals, and beside them the exact credit. Its name says whether more can be posted in the month. @throws Refusal as above
 */
export async function exportJournal(
  month: Month,
  creditValue: PicoUsd,
): Promise<{ name: string; csv: string; isFinal: boolean }> {
  const [{ lines, isFinal }, accounts] = await Promise.all([
    readJournal(month, creditValue),
    readJournalAccounts(),
  ]);
  const byName = new Map(accounts.map((account) => [account.name, account]));
  const date = addDays(`${monthAfter(month)}-01`, -1);
  const rows = lines.map(({ reference, account, debitCents, creditCents, credits, description }) => {
    const { code = "", title = "" } = byName.get(account) ?? {};
    const texts = [date, reference, code, title].map(cell);
    return [
      ...texts,
      cents(debitCents),
      cents(creditCents),
      "USD",
      formatCredits(credits),
      cell(description),
    ].join(",");
  });
  return {
    isFinal,
    name: `journal-${month}${isFinal ? "" : "-provisional"}.csv`,
    csv: `${HEADER}${rows.map((row) => `${row}\n`).join("")}`,
  };
}

/** "12.50"; nothing for the side that an entry does not touch. */
function cents(amount: bigint): string {
  if (amount === 0n) return "";
  const text = formatScaled(amount, 2);
  const [whole, fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}
