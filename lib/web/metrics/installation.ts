import { Gauge, Registry } from "prom-client";
import { readFigures } from "@/lib/backoffice/health/read-figures";
import { checksOf } from "@/lib/backoffice/health/rules/checks";
import type { Figures } from "@/lib/backoffice/health/rules/figures";

type Line = [name: string, help: string, value: number | null];

/** What is the same whichever process is asked: queue, mail, books, database. As text of Prometheus. */
export async function installationMetrics(): Promise<string> {
  const figures = await readFigures();
  const registry = new Registry();
  const registers = [registry];
  for (const [name, help, value] of linesOf(figures))
    if (value !== null) new Gauge({ name: `ecu_${name}`, help, registers }).set(value);
  const states = new Gauge({
    name: "ecu_queue_jobs",
    help: "Jobs in the queue.",
    labelNames: ["state"],
    registers,
  });
  const { lagS: _lag, ...counts } = figures.queue;
  for (const [state, count] of Object.entries(counts)) states.set({ state }, count);
  const checks = new Gauge({
    name: "ecu_check",
    help: "What the page Health says: 0 good or not in use, 1 needs a look, 2 needs a hand.",
    labelNames: ["name"],
    registers,
  });
  for (const { name, state } of checksOf(figures))
    checks.set({ name }, state === "bad" ? 2 : state === "warn" ? 1 : 0);
  return registry.metrics();
}

function linesOf({
  workers,
  queue,
  outbox,
  mails,
  webhooks,
  stripe,
  reconciliation,
  verification,
  database,
}: Figures): Line[] {
  return [
    ["workers", "Worker processes that live.", workers],
    ["queue_lag_seconds", "For how long the oldest job is due.", queue.lagS ?? 0],
    ["outbox_tasks", "Tasks that are not with the queue yet.", outbox.count],
    ["outbox_age_seconds", "For how long the oldest of them waits.", outbox.oldestS ?? 0],
    ["mails_queued", "Mails that are not sent yet.", mails.queued],
    ["mails_failed", "Mails of the last 7 days that could not be delivered.", mails.failed],
    ["webhooks_due", "Messages to customers' systems that are due.", webhooks.waiting],
    [
      "webhooks_given_up",
      "Messages to customers' systems that were given up within a day.",
      webhooks.givenUp,
    ],
    ["webhooks_failing", "Addresses of customers that take nothing at present.", webhooks.failing],
    ["stripe_events_failed", "Events of Stripe that could not be applied.", stripe.failed],
    ["stripe_last_event_age_seconds", "Since the last event of Stripe.", stripe.lastEventS],
    [
      "reconciliation_differences",
      "Differences to Stripe that the last run found.",
      reconciliation.differences,
    ],
    ["reconciliation_age_seconds", "Since the last reconciliation.", reconciliation.agoS],
    ["books_faults", "Faults that the last verification of the books found.", verification.faults],
    ["books_verified_age_seconds", "Since the last verification of the books.", verification.agoS],
    ["database_connections", "Connections to the database.", database.connections],
    ["database_connections_max", "Connections that it takes.", database.most],
    ["database_bytes", "Size of the database.", Number(database.bytes)],
  ];
}
