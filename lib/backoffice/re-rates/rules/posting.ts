import type { Lot, Posting } from "@/lib/ledger/types";
import { displayRange } from "@/lib/values/display/time";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";

/** One account's share of a re-rate, in one wallet. */
export interface PostedShare {
  id: string;
  accountId: string;
  unit: Unit;
  /** What it was charged, less what it should have been: above zero it is given back. */
  amount: Nano;
  reason: string;
  fromAt: Date;
  untilAt: Date;
  /** The grants from which the calls were paid. */
  restores: readonly Lot[];
}

/** The one posting of a share: a refund of the difference, or a spend. Its key is the re-rate's, so that it is posted once. */
export function reRatePosting({
  id,
  accountId,
  unit,
  amount,
  reason,
  fromAt,
  untilAt,
  restores,
}: PostedShare): Posting {
  const [from, to] = [utcDay(fromAt), utcDay(new Date(untilAt.getTime() - 1))];
  const period = displayRange(from, to);
  return {
    ...{ accountId, unit, idempotencyKey: `re_rate:${id}:${unit}` },
    floor: null,
    entries: [
      {
        ...{ type: amount > 0n ? "refund" : "spend", amount, source: "admin_correction" },
        ...{ refType: "re_rate", refId: id },
        description: `Calls of ${period} priced anew: ${reason}`,
        ...(amount > 0n && { restores }),
      },
    ],
  };
}
