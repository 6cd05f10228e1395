import { Command } from "commander";
import { Refusal } from "@/lib/values/refusal";
import { checkMarginsCommand } from "./commands/check-margins";
import { createAccountCommand } from "./commands/create-account";
import { createKeyCommand } from "./commands/create-key";
import { exportCommand } from "./commands/export";
import { importRatesCommand } from "./commands/import-rates";
import { matchBillCommand } from "./commands/match-bill";
import { reconcileStripeCommand } from "./commands/reconcile-stripe";
import { replayTraceCommand } from "./commands/replay-trace";
import { rotateSigningKeyCommand } from "./commands/rotate-signing-key";
import { setOperatorCommand } from "./commands/set-operator";
import { tortureStripeCommand } from "./commands/torture-stripe";
import { verifyLedgerCommand } from "./commands/verify-ledger";
import { verifyStatementCommand } from "./commands/verify-statement";
import { CliFault } from "./output";
import { version as VERSION } from "#package";

const program = new Command("ecu")
  .version(VERSION, "-v, --version", "print the version")
  .description("Runs and checks an installation of Ecu from the command line.")
  // What stands behind a command is that command's: `export journal --out` is no option of `export`.
  .enablePositionalOptions()
  .showHelpAfterError("Run with --help to see what there is.")
  .addHelpText(
    "after",
    "\nCommands work on the database in DATABASE_URL or, without it, on the installation that `npm start` keeps here.",
  );

for (const command of [
  createAccountCommand,
  createKeyCommand,
  importRatesCommand,
  replayTraceCommand,
  verifyLedgerCommand,
  verifyStatementCommand,
  rotateSigningKeyCommand,
  checkMarginsCommand,
  matchBillCommand,
  reconcileStripeCommand,
  tortureStripeCommand,
  exportCommand,
  setOperatorCommand,
]) {
  program.addCommand(command());
}

try {
  await program.parseAsync();
} catch (error) {
  // What was expected is said in a sentence; everything else is a bug and shows where it happened.
  if (!(error instanceof Refusal || error instanceof CliFault)) throw error;
  console.error(`ecu: ${error.message}`);
  process.exitCode = 1;
}
