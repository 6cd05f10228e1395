import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { stripeMode } from "@/lib/purchases/stripe";
import { QUEUE_EXISTS, STATE } from "../jobs/queue-sql";
import { readWebhookState } from "../webhooks/read-state";
import type { Figures } from "./rules/figures";

type Queue = Pick<Figures, "queue" | "clock">;
type Books = Pick<Figures, "reconciliation" | "verification">;
type Rest = Omit<Figures, "queue" | "clock" | "reconciliation" | "verification" | "webhooks">;

/** Looks at everything once: a few indexed reads, cheap enough to be asked for every few seconds. */
export function readFigures(): Promise<Figures> {
  return readAcrossAccounts(async (sql) => ({
    ...(await readRest(sql)),
    ...(await readQueue(sql)),
    ...(await readBooks(sql)),
    webhooks: await readWebhookState(sql),
  }));
}

async function readQueue(sql: Sql): Promise<Queue> {
  const none = { failed: 0, retrying: 0, running: 0, waiting: 0, scheduled: 0, lagS: null };
  const [queue] = await sql.query<{ exists: boolean }>(QUEUE_EXISTS);
  if (!queue?.exists) return { queue: none, clock: [] };
  const states = await sql.query<{ state: keyof typeof none; count: number; lag: number | null }>(
    `SELECT ${STATE} AS state, count(*)::int AS count, extract(epoch FROM now() - min(j.run_at))::int AS lag
     FROM graphile_worker.jobs j GROUP BY 1`,
  );
  const clock = await sql.query<Figures["clock"][number]>(
    `SELECT identifier AS task, extract(epoch FROM now() - last_execution)::int AS "agoS", extract(epoch FROM now() - known_since)::int AS "knownS"
     FROM graphile_worker._private_known_crontabs ORDER BY 1`,
  );
  const counts = Object.fromEntries(states.map(({ state, count }) => [state, count]));
  const lagS = states.find(({ state }) => state === "waiting")?.lag ?? null;
  return { queue: { ...none, ...counts, lagS }, clock };
}

async function readBooks(sql: Sql): Promise<Books> {
  const [run] = await sql.query<Figures["reconciliation"]>(
    `SELECT extract(epoch FROM now() - ended_at)::int AS "agoS", jsonb_array_length(differences) AS differences, error
     FROM reconciliations WHERE ended_at IS NOT NULL ORDER BY started_at DESC LIMIT 1`,
  );
  const [verified] = await sql.query<Figures["verification"]>(
    `SELECT extract(epoch FROM now() - ended_at)::int AS "agoS", fault_count AS faults, error
     FROM verifications WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
  );
  return {
    reconciliation: run ?? { agoS: null, differences: 0, error: "" },
    verification: verified ?? { agoS: null, faults: 0, error: "" },
  };
}

async function readRest(sql: Sql): Promise<Rest> {
  const [row] = await sql.query<Row>(REST);
  if (!row) throw new Error("a SELECT without FROM gave no row");
  return {
    workers: row.workers,
    outbox: { count: row.outbox, oldestS: row.outbox_age },
    mails: { queued: row.mails, oldestS: row.mails_age, failed: row.mails_failed },
    stripe: {
      sells: stripeMode() !== null,
      lastEventS: row.event_age,
      failed: row.events_failed,
      waiting: row.events_waiting,
    },
    database: { connections: row.connections, most: row.most, bytes: row.bytes },
    work: {
      newLeads: row.leads,
      overdueInvoices: row.invoices,
      disputes: row.disputes,
      corrections: row.corrections,
      reRates: row.re_rates,
    },
  };
}

interface Row {
  workers: number;
  outbox: number;
  outbox_age: number | null;
  mails: number;
  mails_age: number | null;
  mails_failed: number;
  event_age: number | null;
  events_failed: number;
  events_waiting: number;
  connections: number;
  most: number;
  bytes: string;
  leads: number;
  invoices: number;
  disputes: number;
  corrections: number;
  re_rates: number;
}

// Ages by the database's clock: those of processes may differ.
const REST = `
SELECT (SELECT count(*)::int FROM heartbeats WHERE beat_at > now() - interval '15 seconds') AS workers,
  (SELECT count(*)::int FROM outbox) AS outbox,
  (SELECT extract(epoch FROM now() - min(created_at))::int FROM outbox) AS outbox_age,
  (SELECT count(*)::int FROM emails WHERE status = 'queued') AS mails,
  (SELECT extract(epoch FROM now() - min(created_at))::int FROM emails WHERE status = 'queued') AS mails_age,
  (SELECT count(*)::int FROM emails WHERE status = 'failed' AND created_at > now() - interval '7 days') AS mails_failed,
  (SELECT extract(epoch FROM now() - max(received_at))::int FROM stripe_events) AS event_age,
  (SELECT count(*)::int FROM stripe_events WHERE status = 'failed') AS events_failed,
  (SELECT count(*)::int FROM stripe_events WHERE status = 'received' AND received_at < now() - interval '10 minutes') AS events_waiting,
  (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
  current_setting('max_connections')::int AS most,
  pg_database_size(current_database())::text AS bytes,
  (SELECT count(*)::int FROM leads WHERE status = 'new') AS leads,
  (SELECT count(*)::int FROM contract_invoices WHERE status = 'sent' AND due_on < (now() AT TIME ZONE 'UTC')::date) AS invoices,
  (SELECT count(*)::int FROM disputes WHERE status IN ('needs_response', 'warning_needs_response')) AS disputes,
  (SELECT count(*)::int FROM adjustments WHERE status = 'proposed') AS corrections,
  (SELECT count(*)::int FROM re_rates WHERE status = 'proposed') AS re_rates`;
