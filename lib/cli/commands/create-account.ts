import { Command } from "commander";
import { createAccountWithin } from "@/lib/accounts/create-account";
import { Name } from "@/lib/accounts/schema";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { grantCredit } from "@/lib/ledger/grant-credit";
import { formatAmount } from "@/lib/ledger/row";
import { readWallets } from "@/lib/ledger/wallets";
import { systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { nano, type Nano, ZERO } from "@/lib/values/money";
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
  const id = await openAccount(name, opening);
  const wallets = await readWallets(systemContext(id, "ecu"));
  const [balance, toolRuns] = [wallets.credit, wallets.tool_run].map(({ balance, unit }) =>
    formatAmount(balance, unit),
  );
  print({ id, name, balance, tool_runs: toolRuns }, json);
}

/** Opens an account with the starter credit, or with so much credit in its place: all or nothing. Returns its id. */
export async function openAccount(name: string, credit: Nano | null): Promise<string> {
  const id = newId();
  const actor = { kind: "system", name: "ecu" } as const;
  await inAccount(id, async (tx) => {
    await createAccountWithin(tx, id, { name, starter: credit === null, actor, requestId: "cli" });
    if (credit !== null) await grantOpening(tx, id, credit);
  });
  return id;
}

async function grantOpening(tx: Tx, accountId: string, credit: Nano): Promise<void> {
  const opening = [
    { unit: "credit", amount: credit, description: "Opening credit" },
    {
      unit: "tool_run",
      amount: nano(BigInt(env().ECU_STARTER_TOOL_RUNS)),
      description: "Opening tool runs",
    },
  ] as const;
  for (const each of opening) {
    if (each.amount === ZERO) continue;
    const idempotencyKey = `opening:${each.unit}`;
    await grantCredit(tx, { accountId, type: "bonus", source: "system", ...each, idempotencyKey });
  }
}
