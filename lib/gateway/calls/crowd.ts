import { env } from "@/lib/env";
import { Refusal } from "@/lib/values/refusal";

// In memory: what runs here is here. Each process counts its own.
const running = new Map<string, number>();

/** Counts a call that runs here, until `leave`. */
export function enter(accountId: string): void {
  running.set(accountId, (running.get(accountId) ?? 0) + 1);
}

export function leave(accountId: string): void {
  const left = (running.get(accountId) ?? 1) - 1;
  if (left > 0) running.set(accountId, left);
  else running.delete(accountId);
}

/** One account's calls, and streams that it does not read, never take what all others need. @throws Refusal `rate_limited` */
export function refuseCrowd(accountId: string): void {
  const most = env().ECU_GATEWAY_MAX_CALLS;
  if ((running.get(accountId) ?? 0) < most) return;
  throw new Refusal(
    "rate_limited",
    `${most} calls of this account are running here. Read their answers, or try again when one has ended.`,
    [],
    1,
  );
}
