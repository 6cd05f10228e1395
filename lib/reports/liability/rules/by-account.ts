import { roundToSum } from "@/lib/values/display/round-to-sum";
import { formatScaled, parseScaled } from "@/lib/values/money";
import { centsOf, type Worth, worth } from "./worth";

/** What of an account is still to be earned: its paid credit that is not used, and what was charged for time to come. */
export interface Deferred {
  worth: Readonly<{ unused: Worth; ahead: Worth }>;
}

/** What is deferred of each account, in whole cents that come to what the journal's two accounts for it have of all. All accounts must be given. */
export function deferredCents(accounts: readonly Deferred[]): bigint[] {
  const [unused, ahead] = [centsOfEach(accounts, "unused"), centsOfEach(accounts, "ahead")];
  return accounts.map((_, at) => (unused[at] ?? 0n) + (ahead[at] ?? 0n));
}

function centsOfEach(accounts: readonly Deferred[], part: "unused" | "ahead"): bigint[] {
  const total = centsOf(worth(accounts.reduce((sum, account) => sum + account.worth[part], 0n)));
  const shares = accounts.map((account) => formatScaled(account.worth[part] / 10n ** 12n, 9));
  return roundToSum(shares, 2, formatScaled(total, 2)).map((cents) => parseScaled(cents, 2));
}
