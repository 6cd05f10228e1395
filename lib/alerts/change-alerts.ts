import { audit, nameOf } from "@/lib/accounts/audit";
import { requireProven } from "@/lib/accounts/require-proven";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { invalid, notFound, Refusal } from "@/lib/values/refusal";
import { evaluateLater } from "./evaluate-later";
import { lockState } from "./lock-state";
import { readThresholds } from "./read-thresholds";
import { defaultThresholds } from "./rules/defaults";
import { keyOf, type Mark, type Threshold } from "./rules/threshold";
import { markInWords } from "./rules/words";
import { type AlertInput, readValue } from "./schema";
import { silenceReached } from "./silence-reached";

/** More would leave no room among the levels that the ledger watches. */
const MOST = 20;

/**
 * Adds an alert, or changes the one that it names. The first change makes the defaults the account's own. What is reached already is not
 * told by mail: a banner shows it, and the mail comes the next time.
 * @throws Refusal `invalid_request`, `already_exists`, `not_found`, `unprocessable`; `forbidden` for addresses that are no member's, before
 * one's own is proven
 */
export async function saveAlert(ctx: Context, input: AlertInput): Promise<void> {
  requirePermission(ctx, "alerts:write");
  const { unit, kind, inBanner, byEmail, byWebhook, roles, emails, isEnabled } = input;
  const value = readValue(kind, unit, input.value);
  if (typeof value === "string") throw invalid("value", value);
  const next: Threshold = { unit, kind, value, inBanner, byEmail, byWebhook, roles, emails, isEnabled };
  await change(ctx, unit, async (tx, now) => {
    if (!(await areMembers(tx, ctx, emails))) await requireProven(tx, ctx);
    const was = input.was === null ? null : (now.find((one) => keyOf(one) === input.was) ?? null);
    if (input.was !== null && !was) throw notFound("alert");
    if (keyOf(next) !== input.was && now.some((one) => keyOf(one) === keyOf(next))) {
      throw new Refusal("already_exists", "There is an alert at this value already: change that one.", [
        { field: "value", message: "has an alert already" },
      ]);
    }
    if (!was && now.length >= MOST)
      throw new Refusal(
        "unprocessable",
        `A wallet has at most ${MOST} alerts. Remove one that is not needed.`,
      );
    if (was) await remove(tx, ctx, was);
    await insert(tx, ctx, [next]);
    await silenceReached(tx, ctx.accountId, [next]);
    await audit(tx, ctx, {
      action: "alert.saved",
      subjectType: "alert",
      subjectId: keyOf(next),
      details: {
        wallet: unit,
        at: markInWords(next, unit),
        before: was && markInWords(was, unit),
        banner: inBanner,
        email: byEmail,
        webhook: byWebhook,
        roles: [...roles],
        emails: [...emails],
        enabled: isEnabled,
      },
    });
  });
}

/** Removes an alert. @throws Refusal `not_found` */
export async function removeAlert(ctx: Context, { unit, key }: { unit: Unit; key: string }): Promise<void> {
  requirePermission(ctx, "alerts:write");
  await change(ctx, unit, async (tx, now) => {
    const alert = now.find((one) => keyOf(one) === key);
    if (!alert) throw notFound("alert");
    await remove(tx, ctx, alert);
    const details = { wallet: unit, at: markInWords(alert, unit) };
    await audit(tx, ctx, { action: "alert.removed", subjectType: "alert", subjectId: key, details });
  });
}

/** Puts a wallet's alerts back to the defaults. */
export async function resetAlerts(ctx: Context, { unit }: { unit: Unit }): Promise<void> {
  requirePermission(ctx, "alerts:write");
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const { hasOwn } = await lockState(tx, accountId, unit);
    if (!hasOwn) return;
    await tx.alertThreshold.deleteMany({ where: { accountId, unit } });
    await tx.alertState.update({ where: { accountId_unit: { accountId, unit } }, data: { hasOwn: false } });
    await silenceReached(tx, accountId, defaultThresholds(unit));
    await audit(tx, ctx, { action: "alerts.reset", details: { wallet: unit } });
    await evaluateLater(tx, accountId, unit);
  });
}

async function change(
  ctx: Context,
  unit: Unit,
  run: (tx: Tx, now: Threshold[]) => Promise<void>,
): Promise<void> {
  const { accountId } = ctx;
  await inAccount(accountId, async (tx) => {
    const { hasOwn } = await lockState(tx, accountId, unit);
    if (!hasOwn) {
      await insert(tx, ctx, defaultThresholds(unit));
      await tx.alertState.update({ where: { accountId_unit: { accountId, unit } }, data: { hasOwn: true } });
    }
    await run(tx, await readThresholds(sqlOf(tx), accountId, unit, true));
    await evaluateLater(tx, accountId, unit);
  });
}

async function areMembers(tx: Tx, { accountId }: Context, emails: readonly string[]): Promise<boolean> {
  const [{ others } = { others: 0 }] = await sqlOf(tx).query<{ others: number }>(
    `SELECT count(*)::int AS others FROM unnest($2::text[]) e (email) WHERE NOT EXISTS (
       SELECT 1 FROM members m JOIN users u ON u.id = m.user_id
       WHERE m.account_id = $1::uuid AND m.disabled_at IS NULL AND u.email = e.email)`,
    [accountId, [...emails]],
  );
  return others === 0;
}

async function insert(tx: Tx, ctx: Context, thresholds: readonly Threshold[]): Promise<void> {
  const createdBy = nameOf(ctx.actor).actorName;
  await tx.alertThreshold.createMany({
    data: thresholds.map(({ roles, emails, ...threshold }) => ({
      accountId: ctx.accountId,
      ...threshold,
      roles: [...roles],
      emails: [...emails],
      createdBy,
    })),
  });
}

async function remove(tx: Tx, { accountId }: Context, mark: Mark & { unit: Unit }): Promise<void> {
  const { unit, kind, value } = mark;
  await tx.alertThreshold.delete({
    where: { accountId_unit_kind_value: { accountId, unit, kind, value } },
  });
}
