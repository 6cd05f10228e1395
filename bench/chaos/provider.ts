import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import type { Acknowledged } from "./told";

const Calls = z.object({ calls: z.array(z.object({ id: z.string(), state: z.string(), cost: z.string() })) });

/** The gateway's calls, held against the books of the provider. */
export interface ProviderAudit {
  /** How often calls ended in which way. */
  outcomes: Record<string, number>;
  /** What the provider billed, and what the ledger has as the cost of these calls. */
  providerUsd: string;
  ledgerUsd: string;
  /** What the provider began, and no process lived to hear of: nobody is charged for it. */
  unheard: number;
  unheardUsd: string;
  faults: string[];
}

interface Row {
  id: string;
  status: string;
  outcome: string;
  generation_id: string;
  cost: bigint | null;
}

/** Every call ended, every answered one charged once, and at no less than the provider billed. */
export async function auditProvider(url: string, { gateway }: Acknowledged): Promise<ProviderAudit> {
  const { calls } = Calls.parse(await ask(`${url}/_sandbox/calls`));
  const rows = await readAcrossAccounts((sql) => sql.query<Row>(CALLS));
  const byGeneration = new Map<string, Row[]>();
  for (const row of rows)
    byGeneration.set(row.generation_id, [...(byGeneration.get(row.generation_id) ?? []), row]);
  const faults = rows.filter(({ status }) => status === "running").map(({ id }) => `call ${id} runs on`);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of rows) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  for (const id of gateway.answered) {
    const charged = (byGeneration.get(id) ?? []).filter(({ cost }) => cost !== null);
    if (charged.length !== 1) faults.push(`the answer ${id} was charged ${charged.length} times`);
  }
  let [billed, unheard, unheardCost] = [0n, 0, 0n];
  for (const { id, state, cost } of calls) {
    const due = picoRoundedUp(cost);
    billed += due;
    if (state === "running") faults.push(`generation ${id} runs on`);
    const known = byGeneration.get(id);
    if (!known) {
      unheard += 1;
      unheardCost += due;
      continue;
    }
    const paid = known.reduce((sum, row) => sum + (row.cost ?? 0n), 0n);
    if (paid < due) faults.push(`generation ${id} cost ${cost} USD and was metered as ${usd(paid)}`);
  }
  const ledger = rows.reduce((sum, { cost }) => sum + (cost ?? 0n), 0n);
  return {
    outcomes,
    providerUsd: usd(billed),
    ledgerUsd: usd(ledger),
    unheard,
    unheardUsd: usd(unheardCost),
    faults,
  };
}

const CALLS = `SELECT g.id, g.status::text AS status, g.outcome, g.generation_id, e.cost_usd AS cost
FROM gateway_calls g LEFT JOIN usage_events e ON e.account_id = g.account_id AND e.id = g.event_id`;

/** The books are in 10⁻¹² USD, and round up what the provider counts finer. */
function picoRoundedUp(text: string): bigint {
  const [whole = "0", decimals = ""] = text.split(".");
  const pico = BigInt(whole + decimals.slice(0, 12).padEnd(12, "0"));
  return /[1-9]/.test(decimals.slice(12)) ? pico + 1n : pico;
}

function usd(pico: bigint): string {
  return formatUsd(picoUsd(pico));
}

/** Its process may have been the last that was killed. */
async function ask(url: string): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await fetch(url, { signal: AbortSignal.timeout(10_000) })).json();
    } catch (error) {
      if (tries === 20) throw error;
      await wait(500);
    }
  }
}
