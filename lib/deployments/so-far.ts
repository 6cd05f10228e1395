import { inAccount } from "@/lib/db/transaction";
import { categoryOf } from "@/lib/metering/rules/categories";
import type { NamedDimension } from "@/lib/metering/rules/usage-names";
import type { UsageFilter } from "@/lib/metering/usage";
import { type Context, requirePermission } from "@/lib/values/context";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { costOf } from "./rules/components";
import { msBetween } from "./rules/settle";
import type { DayRange } from "./schema";
import { scopeOf } from "./turn-cycle";
import { cycleOf, type Instance, resourceName } from "./types";

/** What the open cycle of each running instance has cost until now. Usage counts a cycle once it is over. */
export async function soFarOf(accountId: string, now: Date): Promise<Map<string, Nano>> {
  const open = await inAccount(accountId, (tx) =>
    tx.instanceCycle.findMany({ where: { accountId, toAt: null } }),
  );
  return new Map(
    open.map((row) => {
      const { from, components } = cycleOf(row);
      return [row.instanceId, costOf(components, msBetween(from, now > from ? now : from)).total] as const;
    }),
  );
}

/**
 * What all that runs has cost beyond usage: by so much the tabs of models, guardrails, scripts and instances are ahead of it. Only what a filter of usage lets
 * through, and nothing in days without today: of days that are over, everything is counted. ECU.
 */
export async function readRunning(
  ctx: Context,
  { from, to, filter = {} }: DayRange & { filter?: UsageFilter },
  now: Date,
): Promise<string> {
  requirePermission(ctx, "usage:read");
  const { accountId } = ctx;
  const today = utcDay(now);
  if (today < (from ?? today) || today > (to ?? today)) return "0";
  const soFar = await soFarOf(accountId, now);
  const asked = Object.entries(filter) as [keyof UsageFilter, string][];
  if (soFar.size === 0 || asked.length === 0) return sumOf(soFar.values());
  const running = await inAccount(accountId, (tx) =>
    tx.instance.findMany({ where: { accountId, id: { in: [...soFar.keys()] } } }),
  );
  const fitting = running.filter((instance) => {
    const names = namesOf(instance);
    return asked.every(([dimension, name]) => names[dimension] === name);
  });
  return sumOf(fitting.map(({ id }) => soFar.get(id) ?? ZERO));
}

function sumOf(amounts: Iterable<Nano>): string {
  return formatCredits([...amounts].reduce<Nano>(add, ZERO));
}

/** An instance as usage will name its cycle. */
function namesOf(instance: Instance): Record<NamedDimension | "metered", string> {
  const { operation: type, keyId: key, ...scope } = scopeOf(instance);
  const resource = resourceName(instance.resourceKind, instance.resourceId);
  return { ...scope, type, key, resource, category: categoryOf(scope.feature), metered: "time" };
}
