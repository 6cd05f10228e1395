import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { exportTransactions } from "@/lib/ledger/export";
import { exportUsage } from "@/lib/metering/export-usage";
import { usageAsked } from "@/lib/metering/usage-query";
import { systemContext } from "@/lib/values/context";
import { isUuid } from "@/lib/values/ids";
import { isUtcDay } from "@/lib/values/time";
import { withDatabase } from "../installation";
import { CliFault } from "../output";

interface Options {
  account: string;
  what: "transactions" | "usage";
  from?: string;
  to?: string;
  out?: string;
}

/** `ecu export`: an account's transactions or usage as CSV, to a file or to standard output. */
export function exportCommand(): Command {
  return new Command("export")
    .description("write an account's transactions or usage as CSV")
    .requiredOption("--account <id>", "the account")
    .addOption(
      new Option("--what <what>", "what to export")
        .choices(["transactions", "usage"])
        .default("transactions"),
    )
    .option("--from <day>", "from this UTC day on, such as 2026-11-01")
    .option("--to <day>", "to this UTC day, included")
    .option("--out <file>", "write to a file")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ account, what, from, to, out }: Options): Promise<void> {
  if (!isUuid(account)) throw new CliFault(`--account ${account} is not the id of an account`);
  for (const day of [from, to])
    if (day !== undefined && !isUtcDay(day)) throw new CliFault(`${day} is not a day such as 2026-11-01`);
  const ctx = systemContext(account, "ecu");
  const stream =
    what === "transactions"
      ? exportTransactions(ctx, { from, to })
      : exportUsage(ctx, usageAsked({ from, to }));
  const file = out === undefined ? process.stdout : createWriteStream(out);
  await pipeline(Readable.from(stream), file, { end: out !== undefined });
}
