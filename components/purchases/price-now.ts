import type { Offers } from "@/lib/purchases/offers";
import { priceOf } from "@/lib/purchases/rules/price";
import { displayPrice, displayUsd } from "@/lib/values/display/usd";
import { formatScaled, parseCredits } from "@/lib/values/money";
import { formatUsd, parseUsd } from "@/lib/values/usd";

/** What an amount would cost, as it is typed; null for what cannot be bought. The server fixes the price. */
export function priceNow(credits: string, offers: Offers): { total: string; each: string } | null {
  if (!/^[1-9]\d{0,9}$/.test(credits)) return null;
  if (BigInt(credits) < BigInt(offers.least) || BigInt(credits) > BigInt(offers.most)) return null;
  const tiers = offers.volume_prices.map(({ from, unit_price_usd }) => ({
    from: parseCredits(from),
    unitPrice: parseUsd(unit_price_usd),
  }));
  const { amountCents, unitPrice } = priceOf(parseCredits(credits), parseUsd(offers.credit_usd_value), tiers);
  return { total: displayUsd(formatScaled(amountCents, 2)), each: displayPrice(formatUsd(unitPrice)) };
}
