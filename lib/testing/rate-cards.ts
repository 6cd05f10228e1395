import { prisma } from "@/lib/db/client";
import { sqlOf } from "@/lib/db/transaction";
import { forgetRateCards } from "@/lib/metering/rate-cards";
import type { RateEntry } from "@/lib/metering/rules/rate-card";
import { writeRateCard } from "@/lib/metering/write-rate-card";
import { ZERO } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";

/** An entry, of which only what matters is said. */
export function rateEntry(part: Partial<RateEntry>): RateEntry {
  return {
    ...{ feature: "model_inference", operation: "", model: "", hardware: "", meter: "cost" },
    ...{ price: null, per: 1n, markupPpm: null, floor: ZERO, unit: "credit" },
    ...part,
  };
}

/** Gives an account prices of its own. Returns their version. */
export async function giveOwnCard(
  accountId: string,
  entries: readonly RateEntry[],
  validFrom: Date = new Date("2000-01-01T00:00:00Z"),
): Promise<number> {
  const card = { accountId, priceList: null, creditValue: parseUsd("0.1"), validFrom, note: "", entries };
  const version = await writeRateCard(sqlOf(prisma()), { ...card, createdBy: "test" });
  forgetRateCards();
  return version;
}
