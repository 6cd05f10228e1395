import { Command } from "commander";
import { ensureDefaultRateCard, importRates } from "@/lib/metering/import-rates";
import { env } from "@/lib/env";
import { parseUsd } from "@/lib/values/usd";
import { withDatabase } from "../installation";
import { print } from "../output";

/** `ecu import-rates`: takes the prices of models from the installed public list into a new version of the rate card. */
export function importRatesCommand(): Command {
  return new Command("import-rates")
    .description(
      "price new calls by the public price list that is installed; what was charged stays as it is",
    )
    .option("--json", "print JSON")
    .action(({ json = false }: { json?: boolean }) => withDatabase(() => run(json)));
}

async function run(json: boolean): Promise<void> {
  await ensureDefaultRateCard(parseUsd(env().CREDIT_USD_VALUE));
  const { changed, rateCard, priceList, source, models, prices } = await importRates("ecu import-rates");
  print({ changed, rate_card: rateCard, price_list: priceList, source, models, prices }, json);
  if (!json)
    console.log(
      changed ? "New calls are priced by this card from now on." : "These prices were in force already.",
    );
}
