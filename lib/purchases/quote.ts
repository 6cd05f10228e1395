import { env } from "@/lib/env";
import { creditValueOf } from "@/lib/metering/credit-value";
import { type Nano, parseCredits } from "@/lib/values/money";
import { invalid } from "@/lib/values/refusal";
import { parseUsd } from "@/lib/values/usd";
import { LEAST_CENTS, MOST_CENTS, type Price, priceOf, type VolumePrice } from "./rules/price";

/** What is bought is always in US dollars, as credit is. */
export const CURRENCY = "usd";

const ONE = parseCredits("1");

/** The prices for much at once, as the environment has them. */
export function volumePrices(): VolumePrice[] {
  return (env().ECU_VOLUME_PRICES ?? []).map(({ from, usd }) => ({
    from: parseCredits(String(from)),
    unitPrice: parseUsd(usd),
  }));
}

/**
 * What some credit costs the account now.
 * @throws Refusal `invalid_request` naming `credits` for what one purchase cannot be
 */
export async function quote(accountId: string, credits: Nano): Promise<Price> {
  const { ECU_TOPUP_MIN: least, ECU_TOPUP_MAX: most } = env();
  if (credits % ONE !== 0n) throw invalid("credits", "is a whole number of ECU");
  if (credits < BigInt(least) * ONE || credits > BigInt(most) * ONE)
    throw invalid(
      "credits",
      `is from ${least.toLocaleString("en")} to ${most.toLocaleString("en")} ECU in one purchase`,
    );
  const price = priceOf(credits, await creditValueOf(accountId), volumePrices());
  if (price.amountCents < LEAST_CENTS) throw invalid("credits", "costs less than a card can be charged");
  if (price.amountCents > MOST_CENTS)
    throw invalid("credits", "costs more than a card can be charged at once");
  return price;
}
