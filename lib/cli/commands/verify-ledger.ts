import { Command } from "commander";
import pg from "pg";
import { requiredUrl } from "@/lib/db/client";
import { connectionConfig } from "@/lib/db/pool";
import { type Verification, verifyLedger } from "@/lib/ledger/verify";
import { withDatabase } from "../installation";
import { accountOption } from "../options";

interface Options {
  account?: string;
  json?: boolean;
}

const SHOWN = 20;

/** `ecu verify-ledger`: replays the books and names every row that is not what it was. Exit code 1 when there is one. */
export function verifyLedgerCommand(): Command {
  return new Command("verify-ledger")
    .description("replay the books and name every row that is not what it was; exit code 1 when there is one")
    .option("--account <id>", "only this account's")
    .option("--json", "print JSON")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ account, json = false }: Options): Promise<void> {
  if (account !== undefined) await accountOption(account);
  const connection = new pg.Client(connectionConfig(requiredUrl()));
  await connection.connect();
  const began = performance.now();
  const onProgress = (rows: number) =>
    void (!json && process.stderr.isTTY && process.stderr.write(`\r${rows.toLocaleString("en")} rows`));
  try {
    const found = await verifyLedger(connection, { accountId: account ?? null, onProgress });
    if (process.stderr.isTTY && !json) process.stderr.write("\r");
    report(found, (performance.now() - began) / 1_000, json);
    process.exitCode = found.faults.length > 0 ? 1 : 0;
  } finally {
    await connection.end();
  }
}

function report({ rows, wallets, faults }: Verification, seconds: number, json: boolean): void {
  const perSecond = Math.round(rows / Math.max(seconds, 0.001));
  const rounded = Math.round(seconds * 100) / 100;
  if (json) {
    const shown = faults.map(({ accountId, unit, transaction, problem }) => ({
      account_id: accountId,
      unit,
      transaction_id: transaction,
      problem,
    }));
    return console.log(
      JSON.stringify({
        ok: faults.length === 0,
        rows,
        wallets,
        seconds: rounded,
        rows_per_second: perSecond,
        faults: shown,
      }),
    );
  }
  console.log(
    `${rows.toLocaleString("en")} rows of ${wallets.toLocaleString("en")} wallets in ${rounded} s (${perSecond.toLocaleString("en")} rows/s)`,
  );
  for (const { accountId, unit, transaction, problem } of faults.slice(0, SHOWN)) {
    console.log(`✗ ${transaction ?? `wallet ${unit}`} of account ${accountId}: ${problem}`);
  }
  if (faults.length > SHOWN) console.log(`  and ${faults.length - SHOWN} more`);
  console.log(
    faults.length === 0
      ? "✓ every row is what it was"
      : `${faults.length} faults: the ledger was changed behind its back`,
  );
}
