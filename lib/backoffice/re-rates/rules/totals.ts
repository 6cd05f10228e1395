import { UNITS, type Unit } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import type { ShareSums } from "./digest";

/** What a re-rate comes to in one wallet, over all accounts. Amounts are decimal strings. */
export interface ReRateTotal {
  unit: Unit;
  /** Accounts and calls whose price differs. */
  accounts: number;
  changed: string;
  given: string;
  charged: string;
}

/** By wallet, credit first and always; tool runs where there are any. */
export function totalsOf(shares: readonly ShareSums[]): ReRateTotal[] {
  return UNITS.flatMap((unit) => {
    const own = shares.filter((share) => share.unit === unit && share.changed > 0n);
    if (own.length === 0 && unit !== "credit") return [];
    let [given, charged, changed] = [0n, 0n, 0n];
    for (const share of own) {
      const difference = share.oldCharge - share.newCharge;
      if (difference > 0n) given += difference;
      else charged -= difference;
      changed += share.changed;
    }
    const text = (amount: bigint) => (unit === "credit" ? formatCredits(nano(amount)) : amount.toString());
    return [
      {
        ...{ unit, accounts: own.length, changed: changed.toString() },
        ...{ given: text(given), charged: text(charged) },
      },
    ];
  });
}
