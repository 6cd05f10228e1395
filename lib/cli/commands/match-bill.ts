import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command, Option } from "commander";
import { importBill } from "@/lib/reports/bill-match/import-bill";
import { readMatch } from "@/lib/reports/bill-match/read-match";
import { groupMatch, type MatchSum, totalOf } from "@/lib/reports/bill-match/rules/match";
import { NewBill } from "@/lib/reports/bill-match/schema";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { faultsOf } from "@/lib/values/faults";
import { formatUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";
import { withDatabase } from "../installation";
import { CliFault } from "../output";

interface Options {
  provider?: string;
  format: string;
  by: "model" | "day" | "kind";
  json?: boolean;
  columns?: string;
}

/** `ecu match-bill`: a provider's bill beside the costs that we metered. */
export function matchBillCommand(): Command {
  return new Command("match-bill")
    .description("import a provider's bill (CSV) and show what it differs by from our costs")
    .argument("<file>", "the bill")
    .option(
      "--provider <name>",
      "whose costs it is held against, as usage names it; of all models without it",
    )
    .addOption(
      new Option("--format <format>", "how to read it")
        .choices(["auto", "openai", "openrouter", "focus", "columns"])
        .default("auto"),
    )
    .option("--columns <names>", "for other files: day=Date,model=Model,cost=Cost,kind=Kind,quantity=Tokens")
    .addOption(new Option("--by <what>", "sum by").choices(["model", "day", "kind"]).default("model"))
    .option("--json", "print JSON")
    .action((file: string, options: Options) => withDatabase(() => run(file, options)));
}

async function run(file: string, { provider = "", format, columns, by, json }: Options): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CliFault(`${file} cannot be read`);
  });
  const named =
    columns === undefined ? null : Object.fromEntries(columns.split(",").map((pair) => pair.split("=", 2)));
  const read = { name: basename(file), provider, text, format, columns: named };
  const asked = NewBill.safeParse(read, FAULT_WORDS);
  if (!asked.success)
    throw new CliFault(
      faultsOf(asked.error, read)
        .map(({ field, message }) => `${field} ${message}`)
        .join("; "),
    );
  const { rows } = await readMatch(await importBill(null, asked.data));
  const [sums, total] = [groupMatch(rows, by), totalOf(rows)];
  if (json) return console.log(JSON.stringify({ total: viewOf(total), rows: sums.map(viewOf) }));
  for (const sum of [...sums, total]) {
    const { name, billed_usd: billed, our_usd: ours, difference_usd: difference } = viewOf(sum);
    console.log(
      `${name.padEnd(40)}  billed ${billed.padStart(18)}  ours ${ours.padStart(18)}  difference ${difference.padStart(18)}`,
    );
  }
}

function viewOf({ name, billed, ours, difference }: MatchSum) {
  return { name, billed_usd: signed(billed), our_usd: signed(ours), difference_usd: signed(difference) };
}

function signed(amount: PicoUsd): string {
  return amount < 0n ? `-${formatUsd(picoUsd(-amount))}` : formatUsd(amount);
}
