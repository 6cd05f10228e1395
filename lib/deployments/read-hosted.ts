import { report } from "@/lib/db/report";
import { formatQuantity } from "@/lib/metering/rules/quantity";
import type { Context } from "@/lib/values/context";
import { requirePermission } from "@/lib/values/context";
import { add, formatCredits, type Nano, sub, ZERO } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { listRegistered, type Registered } from "./list-registered";
import { creditsOf, nothing, readResourceUsage, type ResourceUsage, type RunPart } from "./resource-usage";
import { nounOf } from "./rules/meters";
import type { DayRange } from "./schema";
import { byCredits, type Spent, spentOf, sumOf } from "./spent";

/** A guardrail or a script with what it used, before it is put in the words of its tab. */
export interface Hosted {
  resource: Registered;
  usage: ResourceUsage;
}

/** A part of the machine that a resource ran on: so many of it for so long. Amounts are decimal strings. */
export interface PartRow {
  /** The type, as the rate card calls it: "cpu-medium"; '' where it has none. */
  hardware: string;
  /** GPU, CPU, vCPU, GB. */
  noun: string;
  /** A meter of the rate card, or `floor`. */
  meter: string;
  /** In all replicas. */
  count: string;
  /** ECU an hour. */
  price: string;
  seconds: number;
  credits: string;
}

/** What a resource ran on, and what that cost. */
export interface HostedPanel {
  parts: PartRow[];
  /** Metered calls that name the resource, beside the time that it ran. */
  metered_credits: string;
  total: string;
}

export interface HostedUsage extends Spent {
  /** How long all of them ran. */
  seconds: number;
  other_credits: string;
  all: Hosted[];
}

/** The resources of one kind that are hosted by time, and what they used; what cost most first. */
export async function readHosted(
  ctx: Context,
  kind: "guardrail" | "custom_script",
  range: DayRange,
  now: Date,
): Promise<HostedUsage> {
  requirePermission(ctx, "usage:read");
  return report(ctx.accountId, async (sql) => {
    const tab = { kinds: [kind], features: [kind] };
    const usage = await readResourceUsage(sql, ctx.accountId, tab, range, now);
    const registered = await listRegistered(sql, ctx.accountId, kind);
    const all = registered.map((resource) => ({
      resource,
      usage: usage.get(`${kind}/${resource.id}`) ?? nothing(),
    }));
    const total = sumOf([...usage.values()]);
    const named = sumOf(all.map((one) => one.usage));
    return {
      ...spentOf(total),
      seconds: secondsOf(total.ms),
      other_credits: formatCredits(sub(creditsOf(total), creditsOf(named))),
      all: all.sort((left, right) => byCredits(keyOf(left), keyOf(right))),
    };
  });
}

function keyOf({ resource, usage }: Hosted) {
  return { name: resource.name, ...spentOf(usage) };
}

/** One of them. @throws Refusal `not_found`, for another account's too */
export function hostedOf({ all }: HostedUsage, id: string, what: string): Hosted {
  const found = all.find(({ resource }) => resource.id === id);
  if (!found) throw notFound(what);
  return found;
}

/** What the side panel shows: the parts of the machine, and their sum. */
export function panelOf({ usage }: Hosted): HostedPanel {
  const ran = usage.parts.reduce<Nano>((sum, { amount }) => add(sum, amount), ZERO);
  const total = creditsOf(usage);
  return {
    parts: usage.parts.filter(({ meter, amount }) => meter !== "floor" || amount > ZERO).map(partRow),
    metered_credits: formatCredits(sub(total, ran)),
    total: formatCredits(total),
  };
}

function partRow({ hardware, meter, units, price, per, ms, amount }: RunPart): PartRow {
  return {
    hardware,
    noun: nounOf(meter, hardware),
    meter,
    count: formatQuantity(units),
    price: per === 1n ? formatCredits(price) : `${formatCredits(price)} for ${per}`,
    seconds: secondsOf(ms),
    credits: formatCredits(amount),
  };
}

export function secondsOf(ms: bigint): number {
  return Number(ms / 1_000n);
}
