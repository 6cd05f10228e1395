import { Command } from "commander";
import { createAccount } from "@/lib/accounts/create-account";
import { Name } from "@/lib/accounts/schema";
import { inAccount } from "@/lib/db/transaction";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { formatAmount } from "@/lib/ledger/row";
import { readWallets } from "@/lib/ledger/wallets";
import { systemContext } from "@/lib/values/context";
import { nano, type Nano } from "@/lib/values/money";
import { env } from "@/lib/env";
import { withDatabase } from "../installation";
import { creditsOption, optionOf } from "../options";
import { print } from "../output";

interface Options {
  name: string;
  credit?: string;
  json?: boolean;
}

/** `ecu create-account`: opens an account, with the free starter pack or with the credit that is named. */
export function createAccountCommand(): Command {
  return new Command("create-account")
    .description("open an account")
    .requiredOption("--name <name>", "what the account is called")
    .option("--credit <ecu>", "open it with exactly this much free credit, in place of the starter credit")
    .option("--json", "print JSON")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ name: text, credit, json = false }: Options): Promise<void> {
  const name = optionOf("--name", Name, text);
  const opening = credit === undefined ? null : creditsOption("--credit", credit);
  const id = await createAccount({
    name,
    starter: opening === null,
    actor: { kind: "system", name: "ecu" },
    requestId: "cli",
  });
  if (opening !== null) await openWith(id, opening);
  const wallets = await readWallets(systemContext(id, "ecu"));
  const [balance, toolRuns] = [wallets.credit, wallets.tool_run].map(({ balance, unit }) =>
    formatAmount(balance, unit),
  );
  print({ id, name, balance, tool_runs: toolRuns }, json);
}

async function openWith(accountId: string, credit: Nano): Promise<void> {
  const grant = { accountId, type: "bonus", source: "system" } as const;
  const toolRuns = nano(BigInt(env().ECU_STARTER_TOOL_RUNS));
  await inAccount(accountId, async (tx) => {
    if (credit > 0n)
      await grantCredit(tx, {
        ...grant,
        unit: "credit",
        amount: credit,
        description: "Opening credit",
        idempotencyKey: "opening:credit",
      });
    if (toolRuns > 0n) {
      const description = "Opening tool runs";
      await grantCredit(tx, {
        ...grant,
        unit: "tool_run",
        amount: toolRuns,
        description,
        idempotencyKey: "opening:tool_run",
      });
    }
  });
}
