import { explainRun, type RunExplanation } from "@/lib/deployments/explain-run";
import type { Explanation } from "@/lib/ledger/explain";
import { type ChargeExplanation, explainCharge } from "@/lib/metering/explain-charge";
import type { Context } from "@/lib/values/context";
import { parseTransactionId } from "@/lib/values/ids";
import { readCorrections } from "./read-corrections";
import { type ReRatedCall, type ReRateExplanation, readReRate, readReRated } from "./read-re-rate";

/** A row of the ledger with all its reasons. */
export interface RowExplanation extends Explanation {
  /** How a metered call came to what it was charged. */
  charge: ChargeExplanation | null;
  /** What ran, and why it cost what it cost. */
  run: RunExplanation | null;
  /** What calls a row that priced them anew is made of. */
  re_rate: ReRateExplanation | null;
  /** That a metered call was priced anew since, and by which row. */
  re_rated: ReRatedCall | null;
}

/**
 * Explains a row: what the ledger knows of it, how its charge was computed, what ran behind it, what a re-rate made of it or is made of, and in its timeline
 * the corrections that name it, or the row that it corrects. @throws Refusal `not_found`, for another account's row too.
 */
export async function explainRow(ctx: Context, id: string): Promise<RowExplanation> {
  const explanation = await explainCharge(ctx, id);
  const [run, corrections, reRate, reRated] = await Promise.all([
    explainRun(ctx, explanation),
    readCorrections(ctx, explanation.transaction),
    readReRate(ctx, explanation.transaction),
    readReRated(ctx, explanation.transaction),
  ]);
  const byId = new Map([...explanation.timeline, ...corrections].map((row) => [row.id, row]));
  const timeline = [...byId.values()].toSorted(
    (one, other) =>
      Date.parse(one.created_at) - Date.parse(other.created_at) || placeOf(one) - placeOf(other),
  );
  return { ...explanation, timeline, run, re_rate: reRate, re_rated: reRated };
}

/** Where a row stands in its wallet. */
function placeOf({ id }: { id: string }): number {
  return Number(parseTransactionId(id)?.seq ?? 0n);
}
