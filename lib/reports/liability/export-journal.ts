import { cell } from "@/lib/values/csv-cell";
import { formatCredits, formatScaled } from "@/lib/values/money";
import { addDays } from "@/lib/values/time";
import type { PicoUsd } from "@/lib/values/usd";
import { readJournalAccounts } from "./journal-accounts";
import { readLiability } from "./read-liability";
import { readPriceDifferences } from "./read-cash";
import { journalOf, type JournalLine } from "./rules/journal";
import { monthAfter } from "./rules/months";
import type { Month } from "./rules/pools";

const HEADER = "Date,Reference,Account code,Account,Debit,Credit,Currency,Credits,Description\n";

/** The journal of a month, line by line. Empty where nothing moved. */
export async function readJournal(month: Month, creditValue: PicoUsd): Promise<JournalLine[]> {
  const [{ months }, differences] = await Promise.all([
    readLiability(month),
    readPriceDifferences(month, creditValue),
  ]);
  return journalOf(months, month, creditValue, differences);
}

/**
 * The journal of a month as CSV, to be imported by the programs that finance uses: a line for each side, dated on the month's last day, in dollars with
 * two decimals, and beside them the exact credit.
 */
export async function exportJournal(month: Month, creditValue: PicoUsd): Promise<string> {
  const [lines, accounts] = await Promise.all([readJournal(month, creditValue), readJournalAccounts()]);
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
  return `${HEADER}${rows.map((row) => `${row}\n`).join("")}`;
}

/** "12.50"; nothing for the side that an entry does not touch. */
function cents(amount: bigint): string {
  if (amount === 0n) return "";
  const text = formatScaled(amount, 2);
  const [whole, fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}
