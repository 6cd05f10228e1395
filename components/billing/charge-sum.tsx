import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import type { ChargeExplanation } from "@/lib/metering/explain-charge";
import { hardwareName, metered } from "@/lib/metering/rules/meter-names";
import { featureName } from "@/lib/metering/rules/usage-names";
import { displayAmount } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";

/** How a metered call came to its charge: each step, and what it was computed from. */
export function ChargeSum({ charge }: { charge: ChargeExplanation }) {
  const { event, rate_card: card, steps, matches } = charge;
  const last = steps.length - 1;
  const counted = Object.entries(event.quantities)
    .map(([meter, count]) => metered(displayAmount(count, { decimals: 6 }), meter))
    .join(" · ");
  return (
    <section>
      <h3 className="mb-2 flex items-center justify-between gap-2 text-xs font-medium text-ink-muted">
        How it was computed
        {charge.priced_by === "caller" ? (
          <Badge>Set by the platform</Badge>
        ) : (
          <Badge tone={matches ? "good" : "bad"}>
            {matches ? "Computed again: the same" : "Computed again: differs"}
          </Badge>
        )}
      </h3>
      <ol className="divide-y rounded-lg border bg-sunken/50 text-sm text-pretty">
        {steps.map((step, index) => (
          <li key={index} className={index === last ? "px-3 py-2 font-medium" : "px-3 py-2"}>
            {step}
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Details
          rows={[
            [
              "Feature",
              <span key="feature" title={event.feature}>
                {[featureName(event.feature), event.operation].filter(Boolean).join(" · ")}
              </span>,
            ],
            ...(event.model
              ? [["Model", [event.provider, event.model].filter(Boolean).join(" / ")] as const]
              : []),
            ...(event.hardware ? [["Hardware", hardwareName(event.hardware)] as const] : []),
            ...(isOfTokens(event) ? [["Tokens", tokensOf(event)] as const] : []),
            ...(counted ? [["Counted", counted] as const] : []),
            ["Ran", <UtcTime key="ran" at={event.occurred_at} />],
            ...(event.member ? [["Member", event.member] as const] : []),
            ...(event.team ? [["Team", event.team] as const] : []),
            ...(event.project ? [["Project", event.project] as const] : []),
            ...(event.byok ? [["Provider key", "Your own: the provider bills its tokens"] as const] : []),
            [
              "Rate card",
              `Version ${card.version}${card.override ? ", your own" : ""}, 1 ECU = ${displayUsd(card.credit_usd_value)}`,
            ],
          ]}
        />
      </div>
    </section>
  );
}

/** What is metered by time or by the piece has no tokens to speak of. */
function isOfTokens({ input_tokens, output_tokens }: ChargeExplanation["event"]): boolean {
  return input_tokens !== "0" || output_tokens !== "0";
}

function tokensOf({ input_tokens, output_tokens, cached_input_tokens }: ChargeExplanation["event"]): string {
  const cached = cached_input_tokens === "0" ? "" : ` (${displayCount(cached_input_tokens)} cached)`;
  return `${displayCount(input_tokens)} in${cached} · ${displayCount(output_tokens)} out`;
}
