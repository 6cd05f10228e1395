import { Banner } from "@/components/ui/banner";
import { UtcTime } from "@/components/ui/utc-time";
import type { TortureView } from "@/lib/backoffice/torture/list-torture";
import { plural } from "@/lib/values/display/count";

/** The newest run in a sentence. */
export function TortureAnswer({ run }: { run: TortureView | null }) {
  if (!run) return <Banner>It has not been run yet.</Banner>;
  const { rounds, events, deliveries, error, endedAt, startedAt } = run;
  const faults = rounds.reduce((sum, round) => sum + round.faults.length, 0);
  if (error) return <Banner tone="bad">The newest run was cut short: {error}</Banner>;
  if (faults > 0)
    return (
      <Banner tone="bad">
        {plural(faults, "fault")} in {deliveries.toLocaleString("en")} deliveries: see below.
      </Banner>
    );
  if (endedAt === null)
    return (
      <Banner>
        Running since <UtcTime at={startedAt} />: {plural(rounds.length, "round")} of 4 done.
      </Banner>
    );
  if (events === 0) return <Banner>Stripe has sent nothing yet: there was nothing to replay.</Banner>;
  return (
    <Banner tone="good">
      {plural(events, "event")} in {deliveries.toLocaleString("en")} deliveries: every round ended in the same
      books, and all that must hold does.
    </Banner>
  );
}
