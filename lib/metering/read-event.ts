import type { z } from "zod";
import { env } from "@/lib/env";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { UsageEventInput } from "./schema";

/** A call's clock may be ahead of ours by this much. */
const MAX_AHEAD_MS = 10 * 60_000;
const EARLIEST = new Date("2000-01-01T00:00:00Z");

/** What is wrong with an event, and in which field of it. */
export interface EventFault {
  field: string;
  message: string;
}

/** Reads an event as it was sent: its form, its time, and whether this installation knows own provider keys. */
export function readUsageEvent(event: unknown, now: Date): UsageEventInput | EventFault {
  const parsed = UsageEventInput.safeParse(event, FAULT_WORDS);
  if (!parsed.success) return faultOf(parsed.error);
  const { byok, occurred_at } = parsed.data;
  if (byok && env().ECU_DEPLOYMENT_MODE === "hosted") {
    const message = "is not possible here: this installation runs models with its own provider keys";
    return { field: "byok", message };
  }
  const message = occurred_at === undefined ? null : timeFault(Date.parse(occurred_at), now);
  return message === null ? parsed.data : { field: "occurred_at", message };
}

/** The first fault that a schema found, by its field. */
export function faultOf({ issues: [issue] }: z.ZodError): EventFault {
  return issue?.code === "unrecognized_keys"
    ? { field: issue.keys[0] ?? "", message: "is not known here" }
    : { field: (issue?.path ?? []).join("."), message: issue?.message ?? "is not valid" };
}

/** What is wrong with the time at which something is said to have run; null when nothing is. */
export function timeFault(at: number, now: Date): string | null {
  if (at > now.getTime() + MAX_AHEAD_MS) return "lies in the future";
  return at < EARLIEST.getTime() ? "lies before the year 2000" : null;
}
