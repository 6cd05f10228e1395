import type { z } from "zod";
import { env } from "@/lib/env";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { faultsOf } from "@/lib/values/faults";
import type { FieldFault } from "@/lib/values/refusal";
import { UsageEventInput } from "./schema";

/** A call's clock may be ahead of ours by this much. */
const MAX_AHEAD_MS = 10 * 60_000;
const EARLIEST = new Date("2000-01-01T00:00:00Z");

/** Reads an event as it was sent: its form, its time, and whether this installation knows own provider keys. */
export function readUsageEvent(event: unknown, now: Date): UsageEventInput | FieldFault {
  const parsed = UsageEventInput.safeParse(event, FAULT_WORDS);
  if (!parsed.success) return firstFault(parsed.error, event);
  const { byok, occurred_at } = parsed.data;
  if (byok && env().ECU_DEPLOYMENT_MODE === "hosted") {
    const message = "is not possible here: this installation runs models with its own provider keys";
    return { field: "byok", message };
  }
  const message = occurred_at === undefined ? null : timeFault(Date.parse(occurred_at), now);
  return message === null ? parsed.data : { field: "occurred_at", message };
}

/** The first fault that a schema found in one item of a batch. */
export function firstFault(error: z.ZodError, input: unknown): FieldFault {
  return faultsOf(error, input)[0] ?? { field: "", message: "is not valid" };
}

/** What is wrong with the time at which something is said to have run; null when nothing is. */
export function timeFault(at: number, now: Date): string | null {
  if (at > now.getTime() + MAX_AHEAD_MS) return "lies in the future";
  return at < EARLIEST.getTime() ? "lies before the year 2000" : null;
}
