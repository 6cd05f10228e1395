import type { Sql } from "@/lib/db/sql";
import { requireOrder } from "@/lib/values/day-order";
import { add, type Nano, nano, ZERO } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { type Component, componentStored, costOf, type CostOfComponent } from "./rules/components";
import { msBetween } from "./rules/settle";
import type { DayRange, ResourceKind } from "./schema";
import { storedIn } from "./types";

/** Which usage a tab shows: that of its kinds of resource, and that of its features which names no resource. */
export interface Tab {
  kinds: readonly ResourceKind[];
  features: readonly string[];
  /** Instances whose cycles belong to the tab where they name no resource. They count for the model that they name. */
  instances?: readonly string[];
}

/** What one resource used. Nano-credits, tool runs, milliseconds. */
export interface ResourceUsage {
  /** As usage says it, by the day on which it counts: what the ledger has charged for good. */
  settled: Nano;
  /** Settled, by feature. */
  byFeature: Map<string, Nano>;
  runs: bigint;
  /** The last UTC day with usage in the range. */
  lastDay: string | null;
  /** What is held for its running cycles, and what those have cost so far. */
  held: Nano;
  soFar: Nano;
  /** How long it ran, up to now. */
  ms: bigint;
  /** What its parts cost, of what ran by the hour. */
  parts: RunPart[];
}

/** A component with the time that it ran. */
export interface RunPart extends CostOfComponent {
  ms: bigint;
}

/** Settled and so far. */
export function creditsOf({ settled, soFar }: ResourceUsage): Nano {
  return add(settled, soFar);
}

/**
 * What was used by each resource of a tab, by its name "kind/id"; '' for what names none. A cycle counts on the day of the last moment that it ran; one
 * that still runs counts so far, when today is asked for. @throws Refusal `invalid_request` for days that end before they begin
 */
export async function readResourceUsage(
  sql: Sql,
  accountId: string,
  { kinds, features, instances = [] }: Tab,
  { from, to }: DayRange,
  now: Date,
): Promise<Map<string, ResourceUsage>> {
  requireOrder({ from, to });
  const found = new Map<string, ResourceUsage>();
  const of = (resource: string) => {
    const known = found.get(resource) ?? nothing();
    found.set(resource, known);
    return known;
  };
  const range = [accountId, from ?? null, to ?? null, kinds];
  for (const row of await sql.query<UsageRow>(USAGE, [...range, features])) {
    const usage = of(row.resource);
    if (usage.lastDay === null || row.last_day > usage.lastDay) usage.lastDay = row.last_day;
    if (row.unit === "tool_run") usage.runs += BigInt(row.charge);
    else {
      const charge = nano(BigInt(row.charge));
      usage.settled = add(usage.settled, charge);
      usage.byFeature.set(row.feature, add(usage.byFeature.get(row.feature) ?? ZERO, charge));
    }
  }
  const today = utcDay(now);
  const withRunning = (from ?? today) <= today && today <= (to ?? today);
  for (const row of await sql.query<CycleRow>(CYCLES, [...range, withRunning, instances]))
    addCycle(of(row.resource), row, now);
  return found;
}

export function nothing(): ResourceUsage {
  return {
    settled: ZERO,
    byFeature: new Map(),
    runs: 0n,
    lastDay: null,
    held: ZERO,
    soFar: ZERO,
    ms: 0n,
    parts: [],
  };
}

function addCycle(usage: ResourceUsage, { from_at, to_at, held, components }: CycleRow, now: Date): void {
  const end = to_at ?? (now > from_at ? now : from_at);
  const ms = msBetween(from_at, end);
  const cost = costOf(storedIn(components).map(componentStored), ms);
  usage.ms += ms;
  for (const line of cost.lines) addPart(usage.parts, line, ms);
  if (to_at !== null) return;
  usage.held = add(usage.held, nano(held));
  usage.soFar = add(usage.soFar, cost.total);
}

function addPart(parts: RunPart[], line: CostOfComponent, ms: bigint): void {
  const same = parts.find((part) => isSame(part, line));
  if (!same) parts.push({ ...line, ms });
  else {
    same.ms += ms;
    same.amount = add(same.amount, line.amount);
  }
}

function isSame(left: Component, right: Component): boolean {
  return left.meter === right.meter && left.hardware === right.hardware && left.units === right.units;
}

interface UsageRow {
  resource: string;
  feature: string;
  unit: "credit" | "tool_run";
  charge: string;
  last_day: string;
}

// An inference instance that names no resource runs its model all the same.
const RESOURCE = `CASE WHEN resource = '' AND feature = 'inference_instance' AND model <> '' THEN 'model/' || model ELSE resource END`;

const USAGE = `
SELECT ${RESOURCE} AS resource, feature, unit::text AS unit, sum(charge)::text AS charge, max(day)::text AS last_day FROM usage_days
WHERE account_id = $1 AND day BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
  AND (split_part(resource, '/', 1) = ANY ($4::text[]) OR (resource = '' AND feature = ANY ($5::text[])))
GROUP BY 1, 2, 3`;

interface CycleRow {
  resource: string;
  from_at: Date;
  to_at: Date | null;
  held: bigint;
  components: unknown;
}

const CYCLES = `
SELECT coalesce(i.resource_kind || '/' || i.resource_id, CASE WHEN i.kind = 'inference' AND i.model <> '' THEN 'model/' || i.model END, '') AS resource,
  c.from_at, c.to_at, c.held, c.components
FROM instances i JOIN instance_cycles c ON c.account_id = i.account_id AND c.instance_id = i.id
WHERE i.account_id = $1 AND (i.resource_kind::text = ANY ($4::text[])
    OR (i.resource_kind IS NULL AND i.kind::text = ANY ($4::text[] || $6::text[])))
  AND CASE WHEN c.to_at IS NULL THEN $5::boolean
    ELSE (greatest(c.to_at - interval '1 millisecond', c.from_at) AT TIME ZONE 'UTC')::date
      BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity') END
ORDER BY c.from_at, c.instance_id`;
