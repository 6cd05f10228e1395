import { SearchX } from "lucide-react";
import { DeploymentsTable } from "@/components/resources/deployments-table";
import { InstanceLinks } from "@/components/resources/instance-links";
import { PartsTable } from "@/components/resources/parts-table";
import { PanelPart } from "@/components/resources/panel-part";
import { ResourceDetails } from "@/components/resources/resource-details";
import { StatusHistory } from "@/components/resources/status-history";
import { EmptyState } from "@/components/ui/empty-state";
import { readGuardrail } from "@/lib/deployments/read-guardrails";
import { listInstances } from "@/lib/deployments/read-instance";
import { readDeployments } from "@/lib/deployments/read-models";
import { readResource } from "@/lib/deployments/read-resource";
import { readScript } from "@/lib/deployments/read-scripts";
import type { Context } from "@/lib/values/context";
import type { DayRange } from "@/lib/values/display/date-presets";
import { displayRange } from "@/lib/values/display/time";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";

type Kind = "tool" | "model" | "guardrail" | "custom_script";

/** The content of a resource's panel, read while it opens: what it is, what it used in these days, what ran it, and what became of it. */
export async function ResourcePanel({ kind, id, days }: { kind: Kind; id: string; days: DayRange }) {
  const ctx = await pageContext();
  const read = await Promise.all([
    readResource(ctx, kind, id),
    kind === "tool" || kind === "model" ? [] : listInstances(ctx, { resource: `${kind}/${id}`, limit: 20 }),
    usedBy(ctx, kind, id, days),
  ]).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (read instanceof Refusal)
    return (
      <EmptyState icon={SearchX} title="It cannot be shown">
        {read.message}
      </EmptyState>
    );
  const [resource, instances, used] = read;
  return (
    <div className="space-y-6">
      <ResourceDetails resource={resource} />
      {used && (
        <PanelPart title={`${used.title}, ${displayRange(days.from, days.to)}`}>{used.content}</PanelPart>
      )}
      {instances.length > 0 && (
        <PanelPart title="What ran it">
          <InstanceLinks instances={instances} />
        </PanelPart>
      )}
      <PanelPart title="History">
        <StatusHistory history={resource.history} />
      </PanelPart>
    </div>
  );
}

async function usedBy(ctx: Context, kind: Kind, id: string, days: DayRange) {
  if (kind === "tool") return null;
  if (kind === "model") {
    const usage = await readDeployments(ctx, id, days);
    return { title: "Deployments", content: <DeploymentsTable usage={usage} /> };
  }
  const { parts, metered_credits, total } =
    kind === "guardrail" ? await readGuardrail(ctx, id, days) : await readScript(ctx, id, days);
  const table = <PartsTable parts={parts} metered={metered_credits} total={total} />;
  const nothing = <p className="text-sm text-ink-muted">It did not run in these days.</p>;
  return {
    title: kind === "guardrail" ? "Hardware" : "Hosting infrastructure",
    content: parts.length === 0 && metered_credits === "0" ? nothing : table,
  };
}
