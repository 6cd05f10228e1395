import { Command } from "commander";
import { MOST_EVENTS, runTorture, type Torture } from "@/lib/backoffice/torture/run-torture";
import { withDatabase } from "../installation";
import { CliFault } from "../output";

interface Options {
  events: string;
  seed: string;
  json?: boolean;
}

/** `ecu torture-stripe`: replays stored events of Stripe on scratch books. Exit code 1 when anything breaks. */
export function tortureStripeCommand(): Command {
  return new Command("torture-stripe")
    .description(
      "replay stored Stripe events duplicated, backwards and at once, on books of their own; exit code 1 when anything breaks",
    )
    .option("--events <n>", "the newest so many", String(MOST_EVENTS))
    .option("--seed <n>", "for the order of what is shuffled", "1")
    .option("--json", "print JSON")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ events, seed, json = false }: Options): Promise<void> {
  for (const [name, value] of Object.entries({ events, seed }))
    if (!/^[1-9]\d{0,8}$/.test(value))
      throw new CliFault(`--${name} ${value} is not a number from 1 to 999999999`);
  const say = ({ rounds }: Torture) => {
    const round = rounds.at(-1);
    if (!round || json) return;
    const { name, deliveries, milliseconds, faults } = round;
    console.log(
      `${faults.length === 0 ? "✓" : "✗"} ${name}: ${deliveries} deliveries in ${Math.round(milliseconds / 1_000)} s`,
    );
    for (const fault of faults) console.log(`    ${fault}`);
  };
  const torture = await runTorture({ seed: Number(seed), events: Number(events) }, say);
  const ok = torture.rounds.every(({ faults }) => faults.length === 0);
  if (json) console.log(JSON.stringify({ ok, ...torture }));
  else
    console.log(
      `${ok ? "✓" : "✗"} ${torture.events} events of ${torture.accounts} accounts${ok ? ": all rounds end in the same books" : ""}`,
    );
  process.exitCode = ok ? 0 : 1;
}
