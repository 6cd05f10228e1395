import type { RechargeAttempt, RechargeStatus } from "@/lib/db/generated/client";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { lockSettings } from "../lock-settings";
import { tellLater } from "../tell-later";
import { announceRecharge } from "./announce-recharge";
import { afterDecline } from "./rules/after-decline";
import { tellStopped } from "./tell-stopped";

// Each of these changes an attempt that is still open, once; news of what was settled by someone else change nothing.

/** The bank has not answered yet. */
export function noteProcessing(attempt: RechargeAttempt, intentId: string): Promise<void> {
  return settle(attempt, ["started", "requires_action"], { status: "processing", paymentIntentId: intentId });
}

/** The card's bank wants to see the person. Nothing is charged until they come: one mail asks them to. */
export function noteRequiresAction(attempt: RechargeAttempt, intentId: string | null): Promise<void> {
  const { accountId, id } = attempt;
  return settle(
    attempt,
    ["started", "processing"],
    { status: "requires_action", paymentIntentId: intentId },
    async (tx) => {
      await tx.rechargeSettings.updateMany({ where: { accountId }, data: { trouble: "requires_action" } });
      await tellLater(tx, { accountId, about: "recharge_action", id });
      await announceRecharge(tx, attempt, "action_required", "A person must confirm it with the bank.");
    },
  );
}

/** The card was declined: the next try waits, longer each time, and after some there is none. The first one is told, and that there is none. */
export function noteDecline(
  attempt: RechargeAttempt,
  intentId: string | null,
  declineCode: string,
): Promise<void> {
  const { accountId, id } = attempt;
  const ended = { status: "declined", paymentIntentId: intentId, declineCode, endedAt: new Date() } as const;
  return settle(attempt, ["started", "processing"], ended, async (tx) => {
    await announceRecharge(tx, attempt, "failed", declineCode);
    const settings = await tx.rechargeSettings.findUnique({ where: { accountId } });
    if (!settings) return;
    const { failures, isOn, pausedUntil } = afterDecline(settings.failures, declineCode, new Date());
    await tx.rechargeSettings.update({
      where: { accountId },
      data: { failures, pausedUntil, isOn: settings.isOn && isOn, trouble: "declined" },
    });
    // The first one says what follows; the last one, days later, that it is over.
    if (settings.failures === 0) await tellLater(tx, { accountId, about: "recharge_declined", id });
    else if (settings.isOn && !isOn) await tellStopped(tx, accountId, "declined");
  });
}

/** Nothing was charged and nothing will be. */
export function noteCanceled(attempt: RechargeAttempt): Promise<void> {
  return settle(attempt, ["started"], { status: "canceled", endedAt: new Date() });
}

/** The person did not come. The card wants them each time, so that trying it again without them is over too. */
export function noteAbandoned(attempt: RechargeAttempt): Promise<void> {
  const { accountId } = attempt;
  return settle(attempt, ["requires_action"], { status: "canceled", endedAt: new Date() }, async (tx) => {
    await tx.rechargeSettings.updateMany({
      where: { accountId },
      data: { isOn: false, trouble: "requires_action" },
    });
    await tellStopped(tx, accountId, "requires_action");
    await announceRecharge(tx, attempt, "failed", "Nobody confirmed it with the bank.");
  });
}

async function settle(
  { accountId, id }: RechargeAttempt,
  from: RechargeStatus[],
  data: Partial<Pick<RechargeAttempt, "status" | "paymentIntentId" | "declineCode" | "endedAt">>,
  also: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  await inAccount(accountId, async (tx) => {
    await lockSettings(tx, accountId);
    const { count } = await tx.rechargeAttempt.updateMany({
      where: { accountId, id, status: { in: from } },
      data,
    });
    if (count > 0) await also(tx);
  });
}
