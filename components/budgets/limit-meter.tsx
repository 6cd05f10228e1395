import { Amount } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import { sharePercent } from "@/lib/values/display/change";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";
import { type LimitUse, percentInWords, toneOfUse } from "./budget";

const TONES = { accent: "text-accent", warn: "text-warn-fill", bad: "text-bad-fill" } as const;
const HELD = "bg-[repeating-linear-gradient(135deg,currentColor_0_3px,transparent_3px_5px)]";

/** A limit as a bar and as the sum that it is: spent | held | remaining. */
export function LimitMeter({
  use,
  unit = "credit",
  label,
  heldAs = "held",
}: {
  use: LimitUse;
  unit?: "credit" | "tool_run";
  label: string;
  /** What is on its way is called. */
  heldAs?: string;
}) {
  const { limit, spent, held, remaining } = use;
  const tone = TONES[toneOfUse(use)];
  const over = remaining.startsWith("-");
  const parts = [spent, held, over ? remaining.slice(1) : remaining];
  // What is over is told apart, so that only what adds up is rounded together.
  const shown = over || unit === "tool_run" ? parts : roundToSum(parts);
  // Where one has decimals all have four, as everywhere: they are one sum, whose digits stay in their places.
  const aligned = shown.some((amount) => amount.includes("."));
  return (
    <div className="space-y-1.5">
      <div
        role="img"
        aria-label={`${label}: ${percentInWords(use)} used`}
        className={cn("flex h-2 w-full gap-px overflow-hidden rounded-full bg-line", tone)}
      >
        <Part part={spent} whole={limit} className="bg-current" />
        <Part part={held} whole={limit} className={HELD} />
      </div>
      <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-muted tabular-nums">
        {(["spent", "held", over ? "over" : "remaining"] as const).map((name, index) => (
          <div key={name} className="inline-flex items-center gap-1.5">
            <span
              aria-hidden
              className={cn(
                "h-2 w-3 rounded-sm",
                tone,
                index === 0 ? "bg-current" : index === 1 ? HELD : "bg-line-strong",
                name === "over" && "hidden",
              )}
            />
            <dt className="order-last">{name === "held" ? heldAs : name}</dt>
            <dd className={cn("text-ink", name === "over" && "text-bad")}>
              <Amount
                value={parts[index] ?? "0"}
                shown={shown[index]}
                unit={unit}
                aligned={aligned && shown[index] !== "0"}
              />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Part({ part, whole, className }: { part: string; whole: string; className: string }) {
  const width = sharePercent(parseScaled(part, 9), parseScaled(whole, 9));
  return width > 0 && <span className={cn("h-full shrink-0", className)} style={{ width: `${width}%` }} />;
}
