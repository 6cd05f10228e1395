import { explainTransaction, type Explanation } from "@/lib/ledger/explain";
import type { Context } from "@/lib/values/context";
import { type ChargeExplanation, explainEvent } from "./explain-event";

export type { ChargeExplanation } from "./explain-event";

/** A row with its reasons: the ledger's, and for metered calls the computation of the charge. */
export async function explainCharge(
  ctx: Context,
  transactionId: string,
): Promise<Explanation & { charge: ChargeExplanation | null }> {
  const explanation = await explainTransaction(ctx, transactionId);
  const { ref_type, ref_id } = explanation.transaction;
  return {
    ...explanation,
    charge: ref_type === "usage_event" && ref_id !== null ? await explainEvent(ctx, ref_id) : null,
  };
}
