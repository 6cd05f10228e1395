import type { Audit } from "./audit";
import type { Client } from "./client";
import type { Killed } from "./killer";
import type { Acknowledged } from "./told";

const RECOVERY_LIMIT_MS = 10_000;

export interface Run {
  seed: number;
  seconds: number;
  told: Acknowledged;
  clients: readonly Client[];
  killed: Killed;
  audit: Audit;
}

/** Prints what happened. True when everything that must be zero is zero and the product was never long away. */
export function report({ seed, seconds, told, clients, killed, audit }: Run, json: boolean): boolean {
  const sum = (of: (client: Client) => number) => clients.reduce((total, client) => total + of(client), 0);
  const figures = {
    seed,
    operations_acknowledged: told.operations,
    rows_acknowledged: told.rows.size,
    seconds: Math.round(seconds),
    refused: told.refused,
    kills: killed.kills,
    requests: {
      sent: sum(({ sent }) => sent),
      retried: sum(({ retries }) => retries),
      responses_lost: sum(({ lost }) => lost),
      sent_twice: sum(({ duplicated }) => duplicated),
    },
    lost: audit.lost,
    duplicated: audit.duplicated,
    drift_nano: audit.driftNano,
    limits_crossed: audit.limitsCrossed,
    budgets_crossed: audit.budgetsCrossed,
    captures: audit.captures,
    cycles: audit.cycles,
    gateway: {
      answered: told.gateway.answered.size,
      streams_cut: told.gateway.cut,
      callers_left: told.gateway.left,
      left_open: told.gateway.leftOpen,
      ended: audit.provider.outcomes,
    },
    provider_usd: audit.provider.providerUsd,
    ledger_usd: audit.provider.ledgerUsd,
    unheard_generations: audit.provider.unheard,
    unheard_usd: audit.provider.unheardUsd,
    stripe_cents: audit.stripeCents,
    recharges: audit.recharges,
    stripe_drift_cents: audit.stripeDriftCents,
    faults: audit.broken,
    slowest_recoveries_ms: killed.slowestRecoveriesMs,
    slowest_recovery_ms: killed.slowestRecoveryMs,
  };
  console.log(json ? JSON.stringify(figures, null, 2) : lines(figures));
  const zero =
    audit.lost === 0 &&
    audit.duplicated === 0 &&
    audit.driftNano === "0" &&
    audit.stripeDriftCents === "0" &&
    audit.limitsCrossed === 0 &&
    audit.budgetsCrossed === 0 &&
    audit.broken.length === 0;
  const fast = killed.slowestRecoveryMs < RECOVERY_LIMIT_MS;
  if (!json)
    console.log(
      zero && fast
        ? "✓ the books are in order"
        : "✗ the books are not in order, or the product was away too long",
    );
  return zero && fast;
}

function lines(figures: Record<string, unknown>): string {
  return Object.entries(figures)
    .map(
      ([name, value]) =>
        `${name.replaceAll("_", " ").padEnd(26)}${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
    )
    .join("\n");
}
