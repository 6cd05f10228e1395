import { roundToSum } from "@/lib/values/display/round-to-sum";
import { formatScaled, type Nano, parseScaled } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";

/**
 * The price of credit for rows that were sold elsewhere, in whole cents that come to what all of them are worth. The journal rounds where its pools stand since the
 * books began, so that a month's rows may differ from it by a cent where credit is sold in fractions of one.
 */
export function elsewhereCents(rows: readonly { amount: Nano }[], creditValue: PicoUsd): bigint[] {
  const worths = rows.map(({ amount }) => formatScaled((amount * creditValue) / 10n ** 12n, 9));
  return roundToSum(worths, 2).map((cents) => parseScaled(cents, 2));
}
