import { audit } from "@/lib/accounts/audit";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { watchBalance } from "@/lib/ledger/watch";
import { type Context, requirePermission } from "@/lib/values/context";
import { type Nano, parseCredits } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { centsOfUsd } from "../rules/cents";
import { hasOpenDisputeWithin } from "../has-open-dispute";
import { lockSettings } from "../lock-settings";
import { quote } from "../quote";
import { asking } from "../stripe";
import { actorName } from "./actor-name";
import { closePages } from "./close-pages";
import { evaluateLater } from "./evaluate-later";
import type { Recharge, Rehearse } from "./schema";

/** What settings mean in exact amounts. @throws Refusal naming the field */
export async function readSettings(accountId: string, { threshold, credits, monthlyCapUsd }: Rehearse) {
  const price = await quote(accountId, parseCredits(credits));
  const level = parseCredits(threshold);
  // A recharge that can hardly lift the balance over its threshold would charge the card over and over.
  if (level > price.credits * 10n)
    throw invalid("threshold", "is at most ten times what is added, so that a few charges are enough");
  const monthlyCapCents = monthlyCapUsd === null ? null : centsOfUsd(monthlyCapUsd);
  if (monthlyCapCents !== null && monthlyCapCents < price.amountCents)
    throw invalid("monthlyCapUsd", "is less than one recharge costs");
  return { threshold: level, credits: price.credits, priceCents: price.amountCents, monthlyCapCents };
}

/**
 * Switches auto-recharge on, or changes it: what was wrong before is forgotten, and the account is looked at within
 * seconds, because its balance may be below the threshold already.
 * @throws Refusal `invalid_request` naming the field
 */
export async function setAutoRecharge(ctx: Context, input: Recharge): Promise<void> {
  requirePermission(ctx, "billing:write");
  const { accountId } = ctx;
  const { threshold, credits, monthlyCapCents } = await readSettings(accountId, input);
  const { paymentMethodId } = input;
  await giveUpWaiting(accountId);
  await inAccount(accountId, async (tx) => {
    await takeOver(tx, accountId, [threshold]);
    const card = await tx.paymentMethod.findFirst({
      where: { accountId, id: paymentMethodId, detachedAt: null },
    });
    if (!card) throw invalid("paymentMethodId", "is not one of the saved cards");
    const trouble = (await hasOpenDisputeWithin(tx, accountId)) ? "dispute" : "";
    const data = {
      isOn: true,
      threshold,
      credits,
      monthlyCapCents,
      paymentMethodId,
      failures: 0,
      pausedUntil: null,
      trouble,
      updatedBy: actorName(ctx.actor),
      updatedAt: new Date(),
    };
    await tx.rechargeSettings.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
    });
    await evaluateLater(tx, accountId);
    await audit(tx, ctx, {
      action: "auto_recharge.on",
      details: {
        threshold: input.threshold,
        credits: input.credits,
        monthly_cap_usd: input.monthlyCapUsd,
        card: `${card.brand} ${card.last4}`,
      },
    });
  });
}

/** Switches it off. What Stripe is charging at this moment is still credited when it succeeds. */
export async function turnOffAutoRecharge(ctx: Context): Promise<void> {
  requirePermission(ctx, "billing:write");
  const { accountId } = ctx;
  await giveUpWaiting(accountId);
  await inAccount(accountId, async (tx) => {
    await takeOver(tx, accountId, []);
    const { count } = await tx.rechargeSettings.updateMany({
      where: { accountId, isOn: true },
      data: {
        isOn: false,
        trouble: "",
        pausedUntil: null,
        failures: 0,
        updatedBy: actorName(ctx.actor),
        updatedAt: new Date(),
      },
    });
    if (count > 0) await audit(tx, ctx, { action: "auto_recharge.off" });
  });
}

/** What a person could still confirm is called off, before other settings charge in its place. */
async function giveUpWaiting(accountId: string): Promise<void> {
  const waiting = await inAccount(accountId, (tx) =>
    tx.rechargeAttempt.findMany({ where: { accountId, status: "requires_action" } }),
  );
  for (const attempt of waiting) await asking(closePages(attempt));
}

// In the order in which everybody locks: settings, attempt, wallet. An attempt that waits for a person is given up, because
// other settings are another wish.
async function takeOver(tx: Tx, accountId: string, levels: readonly Nano[]): Promise<void> {
  await lockSettings(tx, accountId);
  await tx.rechargeAttempt.updateMany({
    where: { accountId, status: "requires_action" },
    data: { status: "canceled", endedAt: new Date() },
  });
  await watchBalance(tx, accountId, "credit", "recharge", levels);
}
