import { StatCard } from "@/components/ui/card";
import type { SpendingRow } from "@/lib/deployments/read-spending";
import { displayCount } from "@/lib/values/display/count";
import type { DayRange } from "@/lib/values/display/date-presets";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { displayRange, displayShortRange } from "@/lib/values/display/time";
import { CreditsCard } from "./credits-card";

/** What runs now and what that holds, and what all of these have cost since they began. */
export function InstanceTotals({
  instances,
  days,
  before,
  creditValue,
}: {
  instances: readonly SpendingRow[];
  days: DayRange;
  /** How many ran in the period before, if it is compared with. */
  before: { days: DayRange; count: number } | null;
  creditValue: string;
}) {
  const running = instances.filter(({ status }) => status === "running");
  return (
    <>
      <StatCard
        label="Running now"
        value={displayCount(running.length)}
        note="billed until they are stopped"
      />
      <CreditsCard
        label="Charged ahead"
        spent={{ credits: sumOf(running.map(({ held }) => held)) }}
        creditValue={creditValue}
        note="until their next cycle or end"
      />
      <CreditsCard
        label="Spent so far"
        spent={{ credits: sumOf(instances.map(({ spent }) => spent)) }}
        creditValue={creditValue}
        note="since each began"
      />
      <StatCard
        label="Instances"
        value={displayCount(instances.length)}
        note={
          before
            ? `${displayCount(before.count)} in ${displayShortRange(before.days.from, before.days.to)}`
            : `ran in ${displayRange(days.from, days.to)}`
        }
      />
    </>
  );
}
