import { explainRun, type RunExplanation } from "@/lib/deployments/explain-run";
import type { Explanation } from "@/lib/ledger/explain";
import { type ChargeExplanation, explainCharge } from "@/lib/metering/explain-charge";
import type { Context } from "@/lib/values/context";
import { parseTransactionId } from "@/lib/values/ids";
import { readCorrections } from "./read-corrections";

/** A row of the ledger with all its reasons. */
export interface RowExplanation extends Explanation {
  /** How a metered call came to what it was charged. */
  charge: ChargeExplanation | null;
  /** What ran, and why it cost what it cost. */
  run: RunExplanation | null;
}

/**
 * Explains a row: what the ledger knows of it, how its charge was computed, what ran behind it, and in its timeline the corrections that name it, or the row
 * that it corrects. @throws Refusal `not_found`, for another account's row too.
 */
export async function explainRow(ctx: Context, id: string): Promise<RowExplanation> {
  const explanation = await explainCharge(ctx, id);
  const [run, corrections] = await Promise.all([
    explainRun(ctx, explanation),
    readCorrections(ctx, explanation.transaction),
  ]);
  const byId = new Map([...explanation.timeline, ...corrections].map((row) => [row.id, row]));
  const timeline = [...byId.values()].toSorted(
    (one, other) =>
      Date.parse(one.created_at) - Date.parse(other.created_at) || placeOf(one) - placeOf(other),
  );
  return { ...explanation, timeline, run };
}

/** Where a row stands in its wallet. */
function placeOf({ id }: { id: string }): number {
  return Number(parseTransactionId(id)?.seq ?? 0n);
}
