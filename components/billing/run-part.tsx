import { hardwareInWords } from "@/components/resources/instance-columns";
import { StatusBadge } from "@/components/resources/status-badge";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { RunExplanation } from "@/lib/deployments/explain-run";
import { resourceName } from "@/lib/metering/rules/usage-names";

/** The instance behind a row: what ran, and how the row's cycle came to its amount. */
export function RunPart({
  run: { instance, cycle, steps },
  isLinked = true,
}: {
  run: RunExplanation;
  /** Whether whoever reads it has the account's pages. */
  isLinked?: boolean;
}) {
  const last = steps.length - 1;
  const href = `/usage/instances?${new URLSearchParams({ range: "90d", open: instance.id }).toString()}`;
  return (
    <section className="space-y-3">
      <div>
        <h3 className="mb-2 text-xs font-medium text-ink-muted">What ran</h3>
        <Details
          rows={[
            [
              "Instance",
              <span key="instance" className="inline-flex items-center gap-2">
                {isLinked ? <TextLink href={href as "/"}>{instance.title}</TextLink> : instance.title}
                <StatusBadge status={instance.status} />
              </span>,
            ],
            ["Hardware", hardwareInWords(instance)],
            ...(instance.resource ? [["Resource", resourceName(instance.resource)] as const] : []),
            ...(cycle ? [["Cycle", `No. ${cycle.no}, rate card version ${cycle.rate_card}`] as const] : []),
          ]}
        />
      </div>
      {steps.length > 0 && (
        <div>
          <h3 className="mb-2 text-xs font-medium text-ink-muted">How it was computed</h3>
          <ol className="divide-y rounded-lg border bg-sunken/50 text-sm">
            {steps.map((step, index) => (
              <li key={index} className={index === last ? "px-3 py-2 font-medium" : "px-3 py-2"}>
                {step}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
