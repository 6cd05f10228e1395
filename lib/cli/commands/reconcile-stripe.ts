import { Command } from "commander";
import { usdOfCents } from "@/lib/purchases/rules/cents";
import { type Reconciled, reconcileStripe } from "@/lib/purchases/reconcile/reconcile-stripe";
import { isUtcDay, startOfDay } from "@/lib/values/time";
import { withDatabase } from "../installation";
import { CliFault } from "../output";

interface Options {
  since?: string;
  repair?: boolean;
  json?: boolean;
}

/** `ecu reconcile-stripe`: holds the books against Stripe, to the cent. Exit code 1 when a difference is left. */
export function reconcileStripeCommand(): Command {
  return new Command("reconcile-stripe")
    .description("compare the books with Stripe, both ways, to the cent; exit code 1 when they differ")
    .option("--since <day>", "the first UTC day, such as 2026-11-01; without it the last 14 days")
    .option("--repair", "apply what is certain, once, under the keys that webhooks use")
    .option("--json", "print JSON")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ since, repair = false, json = false }: Options): Promise<void> {
  if (since !== undefined && !isUtcDay(since))
    throw new CliFault(`--since ${since} is not a day such as 2026-11-01`);
  const found = await reconcileStripe({ ...(since && { since: startOfDay(since) }), repair });
  if (json) console.log(JSON.stringify(viewOf(found)));
  else print(found, repair);
  process.exitCode = found.differences.length > 0 ? 1 : 0;
}

function viewOf({ since, paymentsSeen, stripeCents, ledgerCents, repaired, differences }: Reconciled) {
  return {
    ok: differences.length === 0,
    since: since.toISOString(),
    payments: paymentsSeen,
    stripe_usd: usdOfCents(stripeCents),
    ledger_usd: usdOfCents(ledgerCents),
    repaired,
    differences: differences.map((difference) => ({
      kind: difference.kind,
      id: difference.id,
      account_id: difference.accountId,
      stripe_usd: usdOfCents(difference.stripeCents),
      ledger_usd: usdOfCents(difference.ledgerCents),
      what_to_do: difference.whatToDo,
    })),
  };
}

function print(found: Reconciled, isRepairing: boolean): void {
  const { since, payments, stripe_usd, ledger_usd, repaired, differences } = viewOf(found);
  console.log(`${payments.toLocaleString("en")} payments since ${since.slice(0, 10)} (UTC)`);
  console.log(`Stripe  ${stripe_usd} USD after refunds and disputes`);
  console.log(`Ledger  ${ledger_usd} USD`);
  if (repaired > 0) console.log(`${repaired} repaired`);
  for (const {
    kind,
    id,
    account_id: accountId,
    stripe_usd: there,
    ledger_usd: here,
    what_to_do,
  } of differences)
    console.log(
      `✗ ${kind.replaceAll("_", " ")}: ${id}${accountId ? ` of account ${accountId}` : ""}, ${there} USD at Stripe, ${here} USD here\n  ${what_to_do}`,
    );
  if (differences.length === 0) console.log("✓ Stripe and the ledger have the same cents");
  else if (!isRepairing && found.differences.some(({ isCertain }) => isCertain))
    console.log("Run it with --repair to apply what is certain.");
}
