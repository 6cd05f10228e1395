import { UNITS, type Unit } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import type { ShareSums } from "./digest";

/** What a re-rate comes to in one wallet, over all accounts. Amounts are decimal strings. */
export interface ReRateTotal {
  unit: Unit;
  /** Accounts and calls whose price differs. */
  accounts: number;
  changed: string;
  /** Calls that stay as they are, in all accounts; and those of them that could not be priced anew, or not again. */
  unchanged: string;
  leftOut: string;
  given: string;
  charged: string;
}

/** By wallet, credit first and always; tool runs where any were called. */
export function totalsOf(shares: readonly (ShareSums & { calls: bigint; leftOut: bigint })[]): ReRateTotal[] {
  return UNITS.flatMap((unit) => {
    const looked = shares.filter((share) => share.unit === unit);
    if (looked.length === 0 && unit !== "credit") return [];
    const own = looked.filter((share) => share.changed > 0n);
    const calls = looked.reduce((sum, share) => sum + share.calls, 0n);
    const leftOut = looked.reduce((sum, share) => sum + share.leftOut, 0n);
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
        ...{ unchanged: (calls - changed).toString(), leftOut: leftOut.toString() },
        ...{ given: text(given), charged: text(charged) },
      },
    ];
  });
}
