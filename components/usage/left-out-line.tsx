import { displayAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { PlainLink } from "./plain-link";
import type { LeftOut } from "./shown-usage";

/** Why API calls come to less than all usage of the same days, as a sum that can be followed. */
export function LeftOutLine({
  called,
  charge,
  events,
  total,
  href,
}: LeftOut & {
  /** What the calls come to, as it is written. */
  called: string;
  /** All usage of these days. */
  href: string;
}) {
  const ecu = (amount: string) => displayAmount(amount, { fixed: true });
  return (
    <p className="text-sm text-ink-muted tabular-nums">
      {ecu(called)} for API calls + {ecu(charge)} for {plural(events, "usage event")} metered by time, such as
      instances, hosting and storage = {ecu(total)} ECU,{" "}
      <PlainLink href={href} className="text-accent-ink">
        all usage
      </PlainLink>
      .
    </p>
  );
}
