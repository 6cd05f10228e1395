import type { Explanation } from "@/lib/ledger/explain";
import type { Context } from "@/lib/values/context";
import { requirePermission } from "@/lib/values/context";
import { formatCredits, negate, parseCredits, sub, ZERO } from "@/lib/values/money";
import { plural } from "@/lib/values/display/count";
import { displayTime } from "@/lib/values/display/time";
import { Refusal } from "@/lib/values/refusal";
import { hardwareName } from "@/lib/metering/rules/meter-names";
import { type CycleView, type InstanceRow, type InstanceView, viewInstance } from "./read-instance";
import type { StoredComponent } from "./rules/components";
import { durationText } from "./rules/describe";
import { nounOf } from "./rules/meters";
import { msBetween } from "./rules/settle";

/** What ran behind a row of the ledger: the instance, the cycle whose hold the row opened or ended, and its computation in words. */
export interface RunExplanation {
  instance: InstanceRow;
  cycle: CycleView | null;
  /** One line a step. */
  steps: string[];
}

/** Explains a row that an instance wrote; null for all others. */
export async function explainRun(
  ctx: Context,
  { transaction, hold }: Pick<Explanation, "transaction" | "hold">,
): Promise<RunExplanation | null> {
  requirePermission(ctx, "ledger:read");
  const { ref_type, ref_id } = transaction;
  if (ref_type !== "instance" || ref_id === null) return null;
  const found = await findInstance(ctx.accountId, ref_id);
  if (!found) return null;
  const { cycles, ...instance } = found;
  const cycle = cycles.find(({ hold_id }) => hold !== null && hold_id === hold.id) ?? null;
  return { instance, cycle, steps: cycle ? [...changesOf(instance, cycle), ...stepsOf(cycle)] : [] };
}

/** Rows that were brought over name instances that are not ours to know. */
async function findInstance(accountId: string, id: string): Promise<InstanceView | null> {
  try {
    return await viewInstance(accountId, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

/** Why a cycle began or ended where it did, if its replicas changed there. */
function changesOf({ replica_changes }: InstanceRow, { no }: CycleView): string[] {
  return replica_changes.flatMap(({ cycle, at, from, to }) => {
    const change = `went from ${plural(from, "replica")} to ${to} on ${displayTime(new Date(at))}`;
    if (cycle === no) return [`The instance ${change}: this cycle began there`];
    return cycle === no + 1 ? [`The instance ${change}: this cycle ended there`] : [];
  });
}

function stepsOf(cycle: CycleView): string[] {
  const { from, until, to, held, used, components } = cycle;
  const planned = timeBetween(from, until);
  if (to === null || used === null)
    return [...components.flatMap((part) => lineOf(part, planned)), `Held for ${planned}: ${held} ECU`];
  const unused = sub(parseCredits(held), parseCredits(used));
  return [
    ...components.flatMap((part) => lineOf(part, timeBetween(from, to))),
    `Used: ${used} ECU`,
    ...(unused > ZERO ? [`Held ${held} − used ${used} = refund ${formatCredits(unused)} ECU`] : []),
    ...(unused < ZERO ? [`Used ${used} − held ${held} = overage ${formatCredits(negate(unused))} ECU`] : []),
  ];
}

function lineOf({ meter, hardware, units, price, per, amount }: StoredComponent, time: string): string[] {
  if (meter === "floor")
    return amount === undefined || amount === "0"
      ? []
      : [`Raised to the floor of ${price} ECU by ${amount} ECU`];
  const noun = nounOf(meter, hardware);
  const each = per === "1" ? "an hour" : `for ${per} hours`;
  const sum = amount === undefined ? "" : ` = ${amount} ECU`;
  return [
    `${units} ${noun}${hardware ? ` (${hardwareName(hardware)})` : ""} × ${price} ECU ${each} × ${time}${sum}`,
  ];
}

function timeBetween(from: string, to: string): string {
  return durationText(msBetween(new Date(from), new Date(to)));
}
