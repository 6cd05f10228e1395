import { audit } from "@/lib/accounts/audit";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, parseCredits } from "@/lib/values/money";
import { readRoom } from "./policy";
import type { CreditPolicyInput } from "./schema";

/** How far an account may go, in ECU as decimal strings, and what may be done now. */
export interface CreditPolicy {
  /** Below it nothing new is deployed. */
  low_limit: string;
  /** The balance, zero or below, past which what runs is stopped. */
  negative_limit: string;
  available: string;
  /** Whether something new may be deployed now. */
  may_deploy: boolean;
}

/** The account's policy of low and negative credit. */
export async function readCreditPolicy(ctx: Context): Promise<CreditPolicy> {
  requirePermission(ctx, "usage:read");
  return viewPolicy(ctx.accountId);
}

/** Sets the policy; what is left out stays. For the platform and its operators: no customer lends themselves credit. */
export async function setCreditPolicy(ctx: Context, input: CreditPolicyInput): Promise<CreditPolicy> {
  await inAccount(ctx.accountId, (tx) => writeCreditPolicy(tx, ctx, input));
  return viewPolicy(ctx.accountId);
}

/** The same within the caller's transaction. */
export async function writeCreditPolicy(tx: Tx, ctx: Context, input: CreditPolicyInput): Promise<void> {
  requirePermission(ctx, "ledger:write");
  const { low_limit, negative_limit } = input;
  await tx.account.update({
    where: { id: ctx.accountId },
    data: {
      ...(low_limit !== undefined && { lowLimit: parseCredits(low_limit) }),
      ...(negative_limit !== undefined && { negativeLimit: parseCredits(negative_limit) }),
    },
  });
  await audit(tx, ctx, { action: "account.credit_policy_set", details: { ...input } });
}

async function viewPolicy(accountId: string): Promise<CreditPolicy> {
  const { lowLimit, negativeLimit, available } = await inAccount(accountId, (tx) => readRoom(tx, accountId));
  return {
    low_limit: formatCredits(lowLimit),
    negative_limit: formatCredits(negativeLimit),
    available: formatCredits(available),
    may_deploy: available > 0n && available >= lowLimit,
  };
}
