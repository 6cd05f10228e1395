import { chargesBy, groupsFor } from "@/components/usage/shown-usage";
import { readUsage } from "@/lib/metering/usage";
import type { Context } from "@/lib/values/context";
import type { DayRange } from "@/lib/values/display/date-presets";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";

const STEP_NANO = 100_000n;

/** What a tab has settled in these days, as Overview and Consumption write the features that it is made of. ECU. */
export async function shownInOverview(
  ctx: Context,
  days: DayRange,
  features: readonly string[],
  settled: Promise<{ settled: string }>,
): Promise<string> {
  const [{ rows }, { settled: exact }] = await Promise.all([
    readUsage(ctx, { ...days, groupBy: groupsFor("feature") }),
    settled,
  ]);
  const { groups } = chargesBy(rows, "feature");
  const written = sumOf(features.map((feature) => groups.get(feature)?.all ?? "0"));
  const off = parseScaled(written, 9) - parseScaled(exact, 9);
  // A tab may have more than its features: what else names its resources is no part of them.
  return off < STEP_NANO && off > -STEP_NANO ? written : (roundToSum([exact])[0] ?? exact);
}
