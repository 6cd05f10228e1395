import { inAccount, readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { DEFAULT_PACE, type Pace } from "../rules/pace";

/** How the person who asks gets mails of this account's alerts; null for who is no member. */
export async function readPace(ctx: Context): Promise<Pace | null> {
  requirePermission(ctx, "ledger:read");
  const { accountId, actor } = ctx;
  if (actor.kind !== "member") return null;
  const [row] = await readInAccount(accountId, (sql) =>
    sql.query<{ pace: Pace }>(
      "SELECT pace::text AS pace FROM alert_paces WHERE account_id = $1::uuid AND user_id = $2::uuid",
      [accountId, actor.userId],
    ),
  );
  return row?.pace ?? DEFAULT_PACE;
}

/** Chooses it, each for themselves. */
export async function choosePace(ctx: Context, { pace }: { pace: Pace }): Promise<void> {
  requirePermission(ctx, "ledger:read");
  const { accountId, actor } = ctx;
  if (actor.kind !== "member") throw new Refusal("forbidden", "Only a person chooses how e-mails come.");
  const { userId } = actor;
  await inAccount(accountId, (tx) =>
    tx.alertPaceOf.upsert({
      where: { accountId_userId: { accountId, userId } },
      create: { accountId, userId, pace },
      update: { pace },
    }),
  );
}
