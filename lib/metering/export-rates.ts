import type { Context } from "@/lib/values/context";
import { csvOf } from "@/lib/values/csv-cell";
import { parseCredits } from "@/lib/values/money";
import { formatUsd, parseUsd } from "@/lib/values/usd";
import { readRateCard } from "./read-rate-card";
import { worthOf } from "./rules/worth";

const FIELDS = [
  "feature",
  "operation",
  "model",
  "hardware",
  "meter",
  "price",
  "price_usd",
  "unit",
  "per",
  "markup",
  "floor",
  "tiers",
  "override",
] as const;

/** The prices of an account, now or at an earlier moment, as CSV, each tier of a price in its cell: "above 1000: 0.5". */
export async function exportRates(ctx: Context, at?: Date): Promise<string> {
  const { rates, credit_usd_value } = await readRateCard(ctx, { at });
  const creditValue = parseUsd(credit_usd_value);
  return csvOf(
    FIELDS,
    rates.map(({ tiers, ...rate }) => ({
      ...rate,
      price_usd:
        rate.price === null || rate.unit !== "credit"
          ? null
          : formatUsd(worthOf(parseCredits(rate.price), creditValue)),
      tiers: tiers.map(({ above, price, markup }) => `above ${above}: ${price ?? `× ${markup}`}`),
    })),
  );
}
