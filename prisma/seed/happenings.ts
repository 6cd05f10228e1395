import { catchUp } from "@/lib/deployments/catch-up";
import { changeReplicas } from "@/lib/deployments/change-instance";
import { changeStatus, registerResource } from "@/lib/deployments/register-resource";
import {
  InstanceInput,
  ResourceInput,
  type ResourceKind,
  StatusInput,
  type ResourceStatus,
} from "@/lib/deployments/schema";
import { startInstance } from "@/lib/deployments/start-instance";
import { failInstance, stopInstance } from "@/lib/deployments/stop-instance";
import { sqlOf, inAccount } from "@/lib/db/transaction";
import { recordUsage } from "@/lib/metering/record";
import type { Context } from "@/lib/values/context";

/** Something that a company does on a day of its history, at a time of day in UTC. */
export interface Happening {
  /** 0 is the first day of the history. */
  day: number;
  /** "14:05". */
  time: string;
  run: (service: Context, at: Date) => Promise<unknown>;
}

type When = readonly [day: number, time: string];

/** A resource is registered; what is said of it is what the API takes. */
export function registers(
  [day, time]: When,
  name: `${ResourceKind}/${string}`,
  body: Record<string, unknown>,
): Happening {
  const [kind, id] = name.split("/") as [ResourceKind, string];
  return {
    day,
    time,
    run: (service, at) => registerResource(service, kind, id, ResourceInput.parse(body), at),
  };
}

/** A resource's status changes. */
export function becomes(
  [day, time]: When,
  name: `${ResourceKind}/${string}`,
  status: ResourceStatus,
  note: string,
): Happening {
  const [kind, id] = name.split("/") as [ResourceKind, string];
  return {
    day,
    time,
    run: (service, at) => changeStatus(service, kind, id, StatusInput.parse({ status, note }), at),
  };
}

/** An instance starts. */
export function starts([day, time]: When, body: Record<string, unknown>): Happening {
  return { day, time, run: (service, at) => startInstance(service, InstanceInput.parse(body), at) };
}

/** An instance stops, or fails for a reason. */
export function ends([day, time]: When, id: string, failed?: string): Happening {
  return {
    day,
    time,
    run: (service, at) =>
      failed === undefined
        ? stopInstance(service, id, {}, at)
        : failInstance(service, id, { reason: failed }, at),
  };
}

/** An instance goes on with more or fewer replicas. */
export function scales([day, time]: When, id: string, replicas: number): Happening {
  return { day, time, run: (service, at) => changeReplicas(service, id, { replicas }, at) };
}

/** A job that is metered when it is done, such as fine-tuning. */
export function meters([day, time]: When, event: Record<string, unknown>): Happening {
  return {
    day,
    time,
    run: async (service, at) => {
      const [answer] = await recordUsage(service, [{ ...event, occurred_at: at.toISOString() }], true);
      if (answer?.result !== "charged")
        throw new Error(`the demo could not be metered: ${JSON.stringify(answer)}`);
    },
  };
}

/** The moments of a day at which something happens or a cycle of something that began at this time of day ends, in order. */
export function momentsOf(happenings: readonly Happening[], day: number, start: Date, until: Date) {
  const times = new Set(["00:00", ...happenings.map(({ time }) => time)]);
  return [...times]
    .sort()
    .map((time) => ({
      at: momentAt(start, time),
      happenings: happenings.filter((one) => one.day === day && one.time === time),
    }))
    .filter(({ at }) => at <= until);
}

/** Does what is due at a moment, then what happens at it. */
export async function liveMoment(
  service: Context,
  { at, happenings }: { at: Date; happenings: readonly Happening[] },
): Promise<void> {
  await catchUp(service.accountId, at);
  for (const { run } of happenings) await run(service, at);
}

/** Mail about what was deployed or put right in the history is not sent today. */
export async function forgetLetters({ accountId }: Context): Promise<void> {
  await inAccount(accountId, (tx) =>
    sqlOf(tx).query(
      "DELETE FROM outbox WHERE account_id = $1::uuid AND task IN ('deployments.tell', 'backoffice.tell')",
      [accountId],
    ),
  );
}

function momentAt(start: Date, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(start.getTime() + (hours * 60 + minutes) * 60_000);
}
