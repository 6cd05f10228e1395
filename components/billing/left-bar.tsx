import { cn } from "@/components/ui/cn";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { WalletView } from "@/lib/metering/read-wallet";
import { displayPercent } from "@/lib/values/display/percent";

/** The colours of the clock in the header. */
const TONES = { healthy: "good", moderate: "warn", low: "bad", exhausted: "bad" } as const;

/** How much of an allocation is left: the filled part everywhere, as in the clock of the header, and in words beside it. */
export function LeftBar({
  name,
  wallet: { status, remaining_percent: left, balance, allocation },
  className,
}: {
  /** "Credits". */
  name: string;
  wallet: Pick<WalletView, "status" | "remaining_percent" | "balance" | "allocation">;
  className?: string;
}) {
  const words = `${displayPercent(left, { of: [balance, allocation] })} left`;
  return (
    <div className={cn("flex items-center gap-3", className)}>
      <ProgressBar percent={left} tone={TONES[status]} label={`${name}: ${words}`} />
      <span className="shrink-0 text-xs text-ink tabular-nums">{words}</span>
    </div>
  );
}
