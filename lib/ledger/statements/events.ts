import { bulk, column } from "@/lib/db/column";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import type { UsageEvent } from "../types";
import { insertOf, type Statement } from "./statement";

export interface KnownEvent {
  account_id: string;
  id: string;
  unit: Unit;
  seq: bigint | null;
  charge: Nano;
  fingerprint: Uint8Array;
}

const KNOWN_EVENTS = `
SELECT e.account_id, e.id, e.unit, e.seq, e.charge, e.fingerprint
FROM unnest($1::uuid[], $2::text[]) AS asked (account_id, id)
JOIN usage_events e ON e.account_id = asked.account_id AND e.id = asked.id`;

export function findEvents(ids: readonly (readonly [string, string])[]): Statement {
  return {
    name: "ledger_known_events",
    text: KNOWN_EVENTS,
    values: [column(ids.map(([id]) => id)), column(ids.map(([, event]) => event))],
  };
}

/** A usage event with the wallet that paid and the row that charged it. */
export interface ChargedEvent {
  accountId: string;
  unit: Unit;
  seq: bigint | null;
  receivedAt: Date;
  event: UsageEvent;
}

export const insertEvents = insertOf(
  "usage_events",
  bulk<ChargedEvent>({
    account_id: ["uuid", ({ accountId }) => accountId],
    id: ["text", ({ event }) => event.id],
    occurred_at: ["timestamptz", ({ event }) => event.occurredAt],
    received_at: ["timestamptz", ({ receivedAt }) => receivedAt],
    feature: ["text", ({ event }) => event.feature],
    operation: ["text", ({ event }) => event.operation],
    provider: ["text", ({ event }) => event.provider],
    model: ["text", ({ event }) => event.model],
    hardware: ["text", ({ event }) => event.hardware],
    member: ["text", ({ event }) => event.member],
    team: ["text", ({ event }) => event.team],
    project: ["text", ({ event }) => event.project],
    key_id: ["text", ({ event }) => event.keyId],
    input_tokens: ["bigint", ({ event }) => event.inputTokens],
    output_tokens: ["bigint", ({ event }) => event.outputTokens],
    cached_input_tokens: ["bigint", ({ event }) => event.cachedInputTokens],
    cache_write_tokens: ["bigint", ({ event }) => event.cacheWriteTokens],
    reasoning_tokens: ["bigint", ({ event }) => event.reasoningTokens],
    quantities: ["jsonb", ({ event }) => JSON.stringify(event.quantities)],
    byok: ["boolean", ({ event }) => event.byok],
    cost_usd: ["bigint", ({ event }) => event.costUsd],
    cost_source: ["text", ({ event }) => event.costSource],
    rate_card: ["int", ({ event }) => event.rateCard],
    unit: ["wallet_unit", ({ unit }) => unit],
    charge: ["bigint", ({ event }) => event.charge],
    seq: ["bigint", ({ seq }) => seq],
    fingerprint: ["bytea", ({ event }) => event.fingerprint],
    mandate: ["text", ({ event }) => event.mandate],
    resource: ["text", ({ event }) => event.resource],
    hold_id: ["uuid", ({ event }) => event.holdId],
    priced_by: ["text", ({ event }) => event.pricedBy],
    volumes: ["jsonb", ({ event }) => JSON.stringify(event.volumes)],
  }),
);

interface DaySum {
  key: readonly string[];
  calls: number;
  input: bigint;
  output: bigint;
  cached: bigint;
  charge: bigint;
  cost: bigint;
}

const DIMENSIONS =
  "account_id, day, unit, feature, operation, model, member, team, project, key_id, mandate, resource";

const insertDays = insertOf(
  "usage_days AS d",
  bulk<DaySum>({
    ...Object.fromEntries(
      DIMENSIONS.split(", ").map((name, place) => [
        name,
        [typeOf(name), ({ key }: DaySum) => key[place] ?? ""] as const,
      ]),
    ),
    calls: ["bigint", ({ calls }) => calls],
    input_tokens: ["bigint", ({ input }) => input],
    output_tokens: ["bigint", ({ output }) => output],
    cached_input_tokens: ["bigint", ({ cached }) => cached],
    charge: ["numeric", ({ charge }) => charge],
    cost_usd: ["numeric", ({ cost }) => cost],
  }),
  ` ON CONFLICT (${DIMENSIONS}) DO UPDATE SET calls = d.calls + excluded.calls,
  input_tokens = d.input_tokens + excluded.input_tokens, output_tokens = d.output_tokens + excluded.output_tokens,
  cached_input_tokens = d.cached_input_tokens + excluded.cached_input_tokens,
  charge = d.charge + excluded.charge, cost_usd = d.cost_usd + excluded.cost_usd`,
);

function typeOf(dimension: string): string {
  return { account_id: "uuid", day: "date", unit: "wallet_unit" }[dimension] ?? "text";
}

/** Adds events to the usage by UTC day: the day of the event's own time, whenever it was reported. */
export function addToUsageDays(charged: readonly ChargedEvent[]): Statement {
  const days = new Map<string, DaySum>();
  for (const { accountId, unit, event } of charged) {
    const { feature, operation, model, member, team, project, keyId, mandate, resource } = event;
    const key = [
      accountId,
      utcDay(event.occurredAt),
      unit,
      feature,
      operation,
      model,
      member,
      team,
      project,
      keyId,
      mandate,
      resource,
    ];
    const name = key.join("\u0000");
    const sum = days.get(name) ?? { key, calls: 0, input: 0n, output: 0n, cached: 0n, charge: 0n, cost: 0n };
    days.set(name, sum);
    sum.calls += 1;
    sum.input += event.inputTokens;
    sum.output += event.outputTokens;
    sum.cached += event.cachedInputTokens;
    sum.charge += event.charge;
    sum.cost += event.costUsd;
  }
  return insertDays([...days.values()]);
}
