import type { RechargeAttempt } from "@/lib/db/generated/client";
import { inAccount } from "@/lib/db/transaction";
import { DAY_MS } from "@/lib/values/time";
import { charge, follow, intentsOf } from "./charge";
import { evaluateLater } from "./evaluate-later";
import { closePages } from "./close-pages";
import { noteAbandoned, noteCanceled } from "./outcomes";

/** As long as Stripe surely knows the key of a request of ours; it keeps them for a day at least. */
const KEY_LIFE_MS = 20 * 3_600_000;
/** How long a person may take to authenticate. */
const PATIENCE_MS = 3 * DAY_MS;

/**
 * Finds out what became of an attempt by asking Stripe, which knows its payments by their metadata; never by trying
 * blindly again. What Stripe has never heard of is asked for again
 * under the same key, or given up when nobody needs it any more.
 */
export async function resolveRecharge(accountId: string, attemptId: string): Promise<void> {
  const attempt = await inAccount(accountId, (tx) =>
    tx.rechargeAttempt.findUnique({ where: { accountId_id: { accountId, id: attemptId } } }),
  );
  if (!attempt || attempt.status === "succeeded") return;
  const intents = await intentsOf(attempt);
  const paid = intents.find(({ status }) => status === "succeeded");
  const isOpen = ["started", "processing", "requires_action"].includes(attempt.status);
  if (paid) return follow(attempt, paid);
  if (!isOpen) return;
  const age = Date.now() - attempt.createdAt.getTime();
  if (attempt.status === "requires_action") {
    const pending = intents.find(({ status }) => status === "processing");
    if (pending) return follow(attempt, pending);
    if (age < PATIENCE_MS) return;
    await closePages(attempt);
    return noteAbandoned(attempt);
  }
  const [newest] = intents;
  if (newest) return follow(attempt, newest);
  // The same key again: a call that is still on its way, and this one, are one charge.
  if (age < KEY_LIFE_MS && (await isStillBelow(attempt))) return charge(attempt);
  await noteCanceled(attempt);
  await inAccount(accountId, (tx) => evaluateLater(tx, accountId));
}

async function isStillBelow({ accountId, threshold }: RechargeAttempt): Promise<boolean> {
  const wallet = await inAccount(accountId, (tx) =>
    tx.wallet.findUniqueOrThrow({ where: { accountId_unit: { accountId, unit: "credit" } } }),
  );
  return wallet.balance < threshold;
}
