import { inAccount, sqlOf } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import { transactionId } from "@/lib/values/ids";
import { usdOfCents } from "../rules/cents";
import type { Trouble } from "./rules/decide";
import { spentThisMonth } from "./spent-this-month";

export interface AttemptView {
  id: string;
  status: "started" | "processing" | "requires_action" | "succeeded" | "declined" | "canceled";
  credits: string;
  amountUsd: string;
  /** ECU, when it began. */
  balance: string;
  declineCode: string;
  createdAt: string;
  transactionId: string | null;
}

/** Auto-recharge as its account sees it. Credit and dollars are decimal strings. */
export interface AutoRecharge {
  isOn: boolean;
  threshold: string;
  credits: string;
  monthlyCapUsd: string | null;
  paymentMethodId: string | null;
  /** What keeps it from charging, if something does. */
  trouble: Trouble;
  failures: number;
  pausedUntil: string | null;
  /** Charged in the UTC month, and what is being charged beside it: both count towards the cap. */
  spentThisMonthUsd: string;
  openUsd: string;
  /** The newest first. */
  attempts: AttemptView[];
}

const SHOWN = 20;

/** The settings with their newest charges; null where auto-recharge was never set up. */
export async function readAutoRecharge(ctx: Context): Promise<AutoRecharge | null> {
  requirePermission(ctx, "ledger:read");
  const { accountId } = ctx;
  return inAccount(accountId, async (tx) => {
    const settings = await tx.rechargeSettings.findUnique({ where: { accountId } });
    if (!settings) return null;
    const attempts = await tx.rechargeAttempt.findMany({
      where: { accountId },
      orderBy: { createdAt: "desc" },
      take: SHOWN,
    });
    const rows = await sqlOf(tx).query<{ attempt_id: string; seq: bigint }>(
      "SELECT attempt_id, seq FROM payments WHERE account_id = $1::uuid AND attempt_id = ANY ($2::uuid[])",
      [accountId, attempts.map(({ id }) => id)],
    );
    const spent = await spentThisMonth(tx, accountId);
    const seqOf = new Map(rows.map(({ attempt_id: id, seq }) => [id, seq]));
    return {
      isOn: settings.isOn,
      threshold: formatCredits(nano(settings.threshold)),
      credits: formatCredits(nano(settings.credits)),
      monthlyCapUsd: settings.monthlyCapCents === null ? null : usdOfCents(settings.monthlyCapCents),
      paymentMethodId: settings.paymentMethodId,
      trouble: settings.trouble as Trouble,
      failures: settings.failures,
      pausedUntil: settings.pausedUntil?.toISOString() ?? null,
      spentThisMonthUsd: usdOfCents(spent.cents - spent.openCents),
      openUsd: usdOfCents(spent.openCents),
      attempts: attempts.map(({ id, status, credits, amountCents, balance, declineCode, createdAt }) => {
        const seq = seqOf.get(id);
        return {
          id,
          status,
          credits: formatCredits(nano(credits)),
          amountUsd: usdOfCents(amountCents),
          balance: formatCredits(nano(balance)),
          declineCode,
          createdAt: createdAt.toISOString(),
          transactionId: seq === undefined ? null : transactionId({ accountId, unit: "credit", seq }),
        };
      }),
    };
  });
}
