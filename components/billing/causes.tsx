import { nameInWords } from "@/components/approvals/approval";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import { providerOf } from "@/lib/gateway/rules/providers";
import type { ChargeExplanation } from "@/lib/metering/explain-charge";
import { displayCount } from "@/lib/values/display/count";

/** What caused a charge: the mandate that it ran under, and the call of the gateway that was metered. */
export function Causes({
  charge: { mandate, gateway },
  isLinked = true,
}: {
  charge: ChargeExplanation;
  /** Whether whoever reads it has the account's pages. */
  isLinked?: boolean;
}) {
  if (!mandate && !gateway) return null;
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-muted">What caused it</h3>
      <Details
        rows={[
          ...(mandate
            ? [
                [
                  "Mandate",
                  <span key="mandate" className="wrap-anywhere">
                    {isLinked ? (
                      <TextLink href="/settings/mandates">{mandate.title}</TextLink>
                    ) : (
                      mandate.title
                    )}
                    {mandate.approved_by && (
                      <span className="block text-xs text-ink-muted">
                        approved by {nameInWords(mandate.approved_by)}
                      </span>
                    )}
                  </span>,
                ] as const,
              ]
            : []),
          ...(gateway ? rowsOf(gateway) : []),
        ]}
      />
    </section>
  );
}

const OUTCOMES: Readonly<Record<string, string>> = {
  completed: "completed",
  client_aborted: "the caller hung up; what was produced until then is charged",
  provider_error: "the provider failed; what was produced until then is charged",
  timeout: "it took too long; what was produced until then is charged",
  abandoned: "it was cut off; settled by what the provider reports",
};

function rowsOf({
  id,
  provider,
  generation_id,
  stream,
  started_at,
  ended_at,
  outcome,
}: NonNullable<ChargeExplanation["gateway"]>): (readonly [string, React.ReactNode])[] {
  return [
    ["Gateway call", <CopyId key="call" id={id} label="gateway call id" />],
    ["Provider", providerOf(provider)?.name ?? provider],
    ...(generation_id
      ? [["Its generation", <CopyId key="generation" id={generation_id} label="generation id" />] as const]
      : []),
    ["Started", <UtcTime key="started" at={started_at} />],
    ...(ended_at ? [["Took", `${tookOf(started_at, ended_at)}${stream ? ", streamed" : ""}`] as const] : []),
    ["How it ended", OUTCOMES[outcome] ?? (outcome || "still running")],
  ];
}

/** "840 ms", "12.4 s". */
function tookOf(from: string, to: string): string {
  const ms = new Date(to).getTime() - new Date(from).getTime();
  return ms < 1_000
    ? `${displayCount(Math.max(0, ms))} ms`
    : `${displayCount(Math.floor(ms / 1_000))}.${Math.floor((ms % 1_000) / 100)} s`;
}
