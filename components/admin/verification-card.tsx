import { Banner } from "@/components/ui/banner";
import { ProgressBar } from "@/components/ui/progress-bar";
import { UtcTime } from "@/components/ui/utc-time";
import type { VerificationView } from "@/lib/backoffice/verification/list-verifications";
import { displayCount, plural } from "@/lib/values/display/count";
import { Refresh } from "./refresh";

/** How far the run is that goes on now. */
export function VerificationProgress({ run }: { run: VerificationView }) {
  const { state, percent, rowsDone, rowsTotal, rules, rulesTotal } = run;
  const words =
    state === "waiting"
      ? "Waiting for a worker."
      : state === "silent"
        ? "Nothing has been heard of it for half a minute: its worker is gone, and another one begins it again."
        : `${displayCount(rowsDone)} of ${displayCount(rowsTotal)} rows replayed, ${rules} of ${rulesTotal} groups of rules checked.`;
  return (
    <div className="space-y-2" role="status">
      <ProgressBar
        percent={percent}
        label={`${percent} % done`}
        tone={state === "silent" ? "warn" : "accent"}
      />
      <p className="text-sm text-ink-muted tabular-nums">{words}</p>
      <Refresh everyMs={1_500} />
    </div>
  );
}

/** What the last run found, in words. */
export function VerificationResult({ run }: { run: VerificationView | undefined }) {
  if (!run)
    return (
      <Banner tone="warn">The books have not been verified here yet. Each night the worker does it.</Banner>
    );
  const { faultCount, faults, error, wallets, rowsDone, endedAt } = run;
  if (error !== "") return <Banner tone="warn">The last run was cut short: {error}</Banner>;
  if (faultCount === 0)
    return (
      <Banner tone="good">
        Every row is what it was, and every rule holds: {plural(rowsDone, "row")} in{" "}
        {plural(wallets, "wallet")}, {endedAt && <UtcTime at={endedAt} />}.
      </Banner>
    );
  return (
    <div className="space-y-3">
      <Banner tone="bad">
        {plural(faultCount, "fault")} found. Take no backup over an older one, and find out who changed the
        database.
      </Banner>
      <ul className="list-disc space-y-1 pl-5 text-sm break-words">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {faultCount > faults.length && (
        <p className="text-sm text-ink-muted">and {displayCount(faultCount - faults.length)} more</p>
      )}
    </div>
  );
}
