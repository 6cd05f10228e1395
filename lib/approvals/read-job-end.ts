import { readEnd } from "@/lib/ledger/holds";
import { formatAmount } from "@/lib/ledger/row";
import type { Hold } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { requireReader } from "./read-approval";
import type { ApprovalAnswer } from "./schema";

/** What became of what was held for an approved job. */
export interface JobEnd {
  status: Hold["status"];
  held: string;
  used: string | null;
  /** The row that charged it. */
  transaction_id: string | null;
}

/** How an approved job went on; null for one that was not approved. @throws Refusal `forbidden` */
export async function readJobEnd(
  ctx: Context,
  { authorization_id: id }: Pick<ApprovalAnswer, "authorization_id">,
): Promise<JobEnd | null> {
  requireReader(ctx);
  if (id === null) return null;
  const { hold, transactions } = await readEnd(ctx, id);
  const { status, unit, amount, used } = hold;
  const row = transactions.at(-1);
  return {
    status,
    held: formatAmount(amount, unit),
    used: used === null ? null : formatAmount(used, unit),
    transaction_id: row ? transactionId(row) : null,
  };
}
