import { inAccount, sqlOf } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { MAX_NANO } from "@/lib/values/money";
import { invalid, Refusal } from "@/lib/values/refusal";
import type { Dismissal } from "./schema";

/** Puts a banner away for one person: what is worse shows again, and so does the same after a top-up or in a new period. */
export async function dismissBanner(ctx: Context, { topic, series, rank }: Dismissal): Promise<void> {
  requirePermission(ctx, "ledger:read");
  const { actor, accountId } = ctx;
  if (actor.kind !== "member") throw new Refusal("forbidden", "Only a person puts banners away.");
  const value = BigInt(rank);
  if (value > MAX_NANO || value < -MAX_NANO) throw invalid("rank", "is out of range");
  await inAccount(accountId, (tx) =>
    // A tab that is behind never brings back what was put away since.
    sqlOf(tx).query(
      `INSERT INTO banner_dismissals AS d (account_id, user_id, topic, series, rank) VALUES ($1::uuid, $2::uuid, $3, $4, $5)
       ON CONFLICT (account_id, user_id, topic) DO UPDATE SET series = excluded.series, dismissed_at = now(),
         rank = CASE WHEN d.series = excluded.series THEN greatest(d.rank, excluded.rank) ELSE excluded.rank END
       RETURNING topic`,
      [accountId, actor.userId, topic, series, value],
    ),
  );
}
