import { Command } from "commander";
import { setOperator } from "@/lib/accounts/person";
import { setOperatorLimit } from "@/lib/backoffice/limits/set-limit";
import { withDatabase } from "../installation";
import { creditsOption } from "../options";
import { CliFault, print } from "../output";

interface Options {
  revoke?: boolean;
  dailyCredits?: string;
  dailyToolRuns?: string;
  json?: boolean;
}

/** `ecu set-operator`: makes someone who has signed up an operator of this installation, with a limit of their own if need be, or no longer one. */
export function setOperatorCommand(): Command {
  return new Command("set-operator")
    .description("make a person who has signed up an operator of this installation")
    .argument("<email>", "the address with which they sign in")
    .option("--revoke", "take it back")
    .option(
      "--daily-credits <ecu>",
      "what they may propose, and approve, on a UTC day; with --daily-tool-runs",
    )
    .option("--daily-tool-runs <runs>", "the same for tool runs; with --daily-credits")
    .option("--json", "print JSON")
    .action((address: string, { revoke = false, json = false, ...options }: Options) => {
      const email = address.trim().toLowerCase();
      const limit = limitOf(options);
      if (limit && revoke) throw new CliFault("--revoke takes the limit back as well: leave the limits out");
      return withDatabase(async () => {
        await setOperator(email, !revoke);
        if (limit) await setOperatorLimit(email, limit, "command line");
        print({ email, operator: !revoke, ...(limit && { ...options }) }, json);
      });
    });
}

function limitOf({ dailyCredits, dailyToolRuns }: Options) {
  if (dailyCredits === undefined && dailyToolRuns === undefined) return null;
  if (dailyCredits === undefined || dailyToolRuns === undefined)
    throw new CliFault("--daily-credits and --daily-tool-runs are given together");
  if (!/^[0-9]{1,12}$/.test(dailyToolRuns)) throw new CliFault("--daily-tool-runs is a whole number");
  return { credits: creditsOption("--daily-credits", dailyCredits), toolRuns: BigInt(dailyToolRuns) };
}
