import type { Lot, Posting } from "@/lib/ledger/types";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";

/** What was proposed, as far as the ledger needs it. */
export interface ProposedAmount {
  accountId: string;
  id: string;
  kind: "correction" | "grant";
  unit: Unit;
  amount: Nano;
  reason: string;
  expiresAt: Date | null;
  /** Of a correction that gives back a charge: where that was taken. */
  restores?: readonly Lot[] | undefined;
}

/** The one posting of a proposal: its key is the proposal's, so that it is posted once whoever approves it how often. */
export function postingOf({
  accountId,
  id,
  kind,
  unit,
  amount,
  reason,
  expiresAt,
  restores,
}: ProposedAmount): Posting {
  const common = { amount, source: "admin_correction", refType: kind, refId: id } as const;
  return {
    ...{ accountId, unit, idempotencyKey: `${kind}:${id}` },
    // It puts right what is wrong: also into negative credit.
    floor: null,
    entries: [
      kind === "grant"
        ? {
            ...common,
            type: "bonus",
            description: `Promotional credit: ${reason}`,
            grant: { origin: "bonus", paid: 0n as Nano, expiresAt },
          }
        : {
            ...common,
            type: "admin_correction",
            description: `Correction: ${reason}`,
            ...(restores && { restores }),
          },
    ],
  };
}
