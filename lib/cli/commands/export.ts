import { Command, Option } from "commander";
import { exportTransactions } from "@/lib/ledger/export";
import { exportUsage } from "@/lib/metering/export-usage";
import { exportUsageEvents } from "@/lib/metering/export-usage-events";
import { usageAsked } from "@/lib/metering/usage-query";
import { exportFocus } from "@/lib/reports/focus/export-focus";
import { exportParquet } from "@/lib/reports/parquet/export-parquet";
import type { Context } from "@/lib/values/context";
import { withDatabase } from "../installation";
import { accountOption, expectDays } from "../options";
import { CliFault } from "../output";
import { writeOut } from "../write-out";
import { exportJournalCommand } from "./export-journal";

interface Options {
  account?: string;
  what?: "transactions" | "usage" | "events";
  format: "csv" | "parquet" | "focus";
  from?: string;
  to?: string;
  out?: string;
}

/** `ecu export`: an account's transactions or usage as CSV, Parquet or FOCUS, to a file or to standard output; `ecu export journal` a month of all accounts. */
export function exportCommand(): Command {
  return (
    new Command("export")
      .description("write an account's transactions or usage as CSV, Parquet or FOCUS")
      .option("--account <id>", "the account")
      .addOption(
        new Option(
          "--what <what>",
          "what to export as CSV, transactions without it; Parquet has usage events, FOCUS purchases and usage",
        ).choices(["transactions", "usage", "events"]),
      )
      .addOption(
        new Option("--format <format>", "in which format")
          .choices(["csv", "parquet", "focus"])
          .default("csv"),
      )
      .option("--from <day>", "from this UTC day on, such as 2026-11-01")
      .option("--to <day>", "to this UTC day, included")
      .option("--out <file>", "write to a file")
      .action((options: Options) => withDatabase(() => run(options)))
      // Or `--out` behind `journal` would be this command's.
      .enablePositionalOptions()
      .addCommand(exportJournalCommand())
  );
}

async function run(options: Options): Promise<void> {
  const { account, what, format, out } = options;
  // Not required by its declaration: then `journal`, which is of all accounts, would need it too.
  if (account === undefined) throw new CliFault("--account says whose: the id of an account");
  if (what !== undefined && format !== "csv")
    throw new CliFault(`--what ${what} is for CSV: Parquet has usage events, FOCUS purchases and usage`);
  expectDays(options);
  await writeOut(await streamOf(await accountOption(account), options), out);
}

async function streamOf(
  ctx: Context,
  { what, format, from, to }: Options,
): Promise<ReadableStream<Uint8Array>> {
  if (format === "focus") return exportFocus(ctx, { from, to });
  const asked = usageAsked({ from, to });
  if (format === "parquet") return exportParquet(ctx, asked);
  if (what === "events") return exportUsageEvents(ctx, asked);
  return what === "usage" ? exportUsage(ctx, asked) : exportTransactions(ctx, { from, to });
}
