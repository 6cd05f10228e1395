import type { RechargeAttempt, RechargeSettings } from "@/lib/db/generated/client";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { hasOpenDisputeWithin } from "../has-open-dispute";
import { lockSettings } from "../lock-settings";
import { CURRENCY, quote } from "../quote";
import { stripeMode } from "../stripe";
import { charge } from "./charge";
import { tellStopped } from "./tell-stopped";
import { type Decision, decide } from "./rules/decide";
import { spentThisMonth } from "./spent-this-month";

/**
 * Looks at an account and charges its card if its balance is below the threshold. Any number of workers may look at once:
 * the attempt is written before Stripe is asked, and the database lets only one be open.
 */
export async function evaluateRecharge(accountId: string): Promise<void> {
  if (stripeMode() === null) return;
  const attempt = await begin(accountId);
  if (attempt) await charge(attempt);
}

async function begin(accountId: string): Promise<RechargeAttempt | null> {
  const wanted = await inAccount(accountId, (tx) =>
    tx.rechargeSettings.findUnique({ where: { accountId }, select: { isOn: true, credits: true } }),
  );
  if (!wanted?.isOn) return null;
  const price = await quote(accountId, nano(wanted.credits)).catch((error: unknown) => {
    // The limits of the installation have changed since: whoever saves the settings again learns it.
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!price) return null;
  return inAccount(accountId, async (tx) => {
    // Whoever looks at the same time waits here, and then finds the attempt.
    await lockSettings(tx, accountId);
    const settings = await tx.rechargeSettings.findUniqueOrThrow({ where: { accountId } });
    if (settings.credits !== price.credits) return null;
    const balance = await balanceOf(tx, accountId);
    const decision = await decideFor(tx, settings, balance, price.amountCents);
    await noteTrouble(tx, settings, decision);
    if (decision !== "charge" || settings.paymentMethodId === null) return null;
    return tx.rechargeAttempt.create({
      data: {
        accountId,
        id: newId(),
        credits: price.credits,
        amountCents: price.amountCents,
        currency: CURRENCY,
        paymentMethodId: settings.paymentMethodId,
        balance,
        threshold: settings.threshold,
      },
    });
  });
}

async function decideFor(
  tx: Tx,
  settings: RechargeSettings,
  balance: bigint,
  priceCents: bigint,
): Promise<Decision> {
  const { accountId, paymentMethodId } = settings;
  const open = await tx.rechargeAttempt.count({
    where: { accountId, status: { in: ["started", "processing", "requires_action"] } },
  });
  const cards = await tx.paymentMethod.count({
    where: { accountId, id: paymentMethodId ?? "", detachedAt: null },
  });
  return decide(
    { ...settings, threshold: nano(settings.threshold) },
    {
      now: new Date(),
      balance: nano(balance),
      priceCents,
      spentCents: (await spentThisMonth(tx, accountId)).cents,
      hasCard: cards > 0,
      hasOpenAttempt: open > 0,
      isDisputed: await hasOpenDisputeWithin(tx, accountId),
    },
  );
}

const NAMED = new Set<Decision>(["no_card", "cap", "dispute"]);

/** What keeps it from charging stands on the settings and in a banner as long as it does; one mail says it. */
async function noteTrouble(tx: Tx, settings: RechargeSettings, decision: Decision): Promise<void> {
  const { accountId, trouble } = settings;
  // That a dispute is over is said by the dispute.
  const isOver = (trouble === "no_card" || trouble === "cap") && decision !== trouble;
  const next = NAMED.has(decision) ? decision : isOver ? "" : trouble;
  if (next === trouble) return;
  await tx.rechargeSettings.update({ where: { accountId }, data: { trouble: next } });
  if (next === "no_card" || next === "cap") await tellStopped(tx, accountId, next);
}

async function balanceOf(tx: Tx, accountId: string): Promise<bigint> {
  const [row] = await sqlOf(tx).query<{ balance: bigint }>(
    "SELECT balance FROM wallets WHERE account_id = $1::uuid AND unit = 'credit'",
    [accountId],
  );
  return row?.balance ?? 0n;
}
