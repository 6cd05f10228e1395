import { Amount } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import { CopyId } from "@/components/ui/copy-id";
import { UtcTime } from "@/components/ui/utc-time";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import type { Unit } from "@/lib/values/ids";
import { holdSteps, type ReservedHold } from "./hold-steps";

/** What became of an authorization: held, charged, given back, in the order in which it happened. */
export function HoldTimeline({ hold, unit }: { hold: ReservedHold; unit: Unit }) {
  const steps = holdSteps(hold);
  // What was captured and what went back are what was held, as they are read.
  const parts = steps.filter(({ what }) => what === "captured" || what === "given back");
  const rounded = unit === "credit" ? roundToSum(parts.map(({ amount }) => amount)) : [];
  return (
    <>
      <ol className="relative ml-1 border-l border-line-strong text-sm">
        {steps.map((step) => (
          <li key={step.what} className="relative pb-3 pl-4">
            <span
              className={cn(
                "absolute top-1.5 -left-[5px] size-[9px] rounded-full border-2 border-surface bg-ink-muted",
                step.what === "captured" && "bg-accent",
                step.what === "overage" && "bg-warn-fill",
              )}
              aria-hidden
            />
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0">
                <span className="inline-block font-medium first-letter:uppercase">{step.what}</span>{" "}
                <span className="text-ink-muted">· {step.note}</span>
              </span>
              <Amount value={step.amount} shown={rounded[parts.indexOf(step)]} unit={unit} aligned />
            </div>
            <UtcTime at={step.at} className="text-xs text-ink-muted" />
          </li>
        ))}
        {hold.status === "open" && <li className="pb-3 pl-4 text-ink-muted">The work is still running.</li>}
      </ol>
      <p className="flex flex-wrap items-center gap-1 text-xs text-ink-muted">
        Authorization <CopyId id={hold.id} label="authorization id" />
      </p>
    </>
  );
}
