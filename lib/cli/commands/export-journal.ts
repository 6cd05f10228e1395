import { Command } from "commander";
import { exportJournal } from "@/lib/reports/liability/export-journal";
import { monthBefore } from "@/lib/reports/liability/rules/months";
import { MonthName } from "@/lib/reports/liability/schema";
import { valueOfCredit } from "@/lib/reports/value-of-credit";
import { utcDay } from "@/lib/values/time";
import { withDatabase } from "../installation";
import { CliFault } from "../output";
import { writeOut } from "../write-out";

interface Options {
  month?: string;
  out?: string;
}

/** `ecu export journal`: a month's double-entry journal of all accounts' credit, for finance to import. */
export function exportJournalCommand(): Command {
  return new Command("journal")
    .description(
      "write a month's journal of all accounts: credit sold, used, expired and refunded, debit = credit",
    )
    .option("--month <month>", "such as 2026-11; the last whole month without it")
    .option("--out <file>", "write to a file")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ month = monthBefore(utcDay(new Date()).slice(0, 7)), out }: Options): Promise<void> {
  if (!MonthName.safeParse(month).success)
    throw new CliFault(`--month ${month} is not a month such as 2026-11`);
  const { csv, isFinal } = await exportJournal(month, valueOfCredit());
  if (!isFinal)
    process.stderr.write(`${month} is not over: more may be posted in it, and every reference says so.\n`);
  await writeOut([csv], out);
}
