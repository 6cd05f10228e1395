import { createHash } from "node:crypto";

/** What a preview would change in one wallet of one account; the sums are those of the calls whose price differs. */
export interface ShareSums {
  accountId: string;
  unit: string;
  changed: bigint;
  oldCharge: bigint;
  newCharge: bigint;
}

/** One text for all that a preview shows: who approves names it, so that nothing else than what they saw is posted. */
export function digestOf(shares: readonly ShareSums[]): string {
  const lines = shares.map(({ accountId, unit, changed, oldCharge, newCharge }) =>
    [accountId, unit, changed, oldCharge, newCharge].join(" "),
  );
  return createHash("sha256").update(lines.toSorted().join("\n")).digest("hex");
}
