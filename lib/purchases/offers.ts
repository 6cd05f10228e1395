import { env } from "@/lib/env";
import { readStarterPack, type StarterGrant } from "@/lib/ledger/read-starter-pack";
import { creditValueOf } from "@/lib/metering/credit-value";
import { type Context, requirePermission } from "@/lib/values/context";
import { formatCredits, parseCredits } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { volumePrices } from "./quote";
import { priceOf } from "./rules/price";
import { stripeMode, type StripeMode } from "./stripe";

/** What an account can buy. ECU and dollars are decimal strings, cents whole numbers. */
export interface Offers {
  /** Null where nothing is sold. */
  mode: StripeMode | null;
  /** Tax is added to the prices at the checkout. */
  taxed: boolean;
  credit_usd_value: string;
  least: string;
  most: string;
  increments: { credits: string; amount_cents: number; unit_price_usd: string }[];
  /** Those that are better than the account's own price. */
  volume_prices: { from: string; unit_price_usd: string }[];
  starter: StarterGrant[];
}

/** The increments, prices and limits of the account, and the free credit that it was opened with. */
export async function readOffers(ctx: Context): Promise<Offers> {
  requirePermission(ctx, "account:read");
  const { ECU_TOPUP_AMOUNTS, ECU_TOPUP_MIN, ECU_TOPUP_MAX, ECU_TAX } = env();
  const [creditValue, starter] = await Promise.all([creditValueOf(ctx.accountId), readStarterPack(ctx)]);
  const tiers = volumePrices();
  const increments = ECU_TOPUP_AMOUNTS.filter(
    (amount) => amount >= ECU_TOPUP_MIN && amount <= ECU_TOPUP_MAX,
  ).map((amount) => {
    const { amountCents, unitPrice } = priceOf(parseCredits(String(amount)), creditValue, tiers);
    return {
      credits: String(amount),
      amount_cents: Number(amountCents),
      unit_price_usd: formatUsd(unitPrice),
    };
  });
  return {
    mode: stripeMode(),
    taxed: ECU_TAX ?? false,
    credit_usd_value: formatUsd(creditValue),
    least: String(ECU_TOPUP_MIN),
    most: String(ECU_TOPUP_MAX),
    increments,
    volume_prices: tiers
      .filter(({ unitPrice }) => unitPrice < creditValue)
      .map(({ from, unitPrice }) => ({ from: formatCredits(from), unit_price_usd: formatUsd(unitPrice) })),
    starter,
  };
}
