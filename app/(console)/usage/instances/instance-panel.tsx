import { SearchX } from "lucide-react";
import { CyclesTable } from "@/components/resources/cycles-table";
import { InstanceDetails } from "@/components/resources/instance-details";
import { PanelPart } from "@/components/resources/panel-part";
import { EmptyState } from "@/components/ui/empty-state";
import { readInstance } from "@/lib/deployments/read-instance";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";

/** The content of an instance's panel, read while it opens. */
export async function InstancePanel({ id }: { id: string }) {
  const ctx = await pageContext();
  const instance = await readInstance(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (instance instanceof Refusal)
    return (
      <EmptyState icon={SearchX} title="It cannot be shown">
        {instance.message}
      </EmptyState>
    );
  return (
    <div className="space-y-6">
      <InstanceDetails instance={instance} />
      <PanelPart title="Cycles">
        <CyclesTable cycles={instance.cycles} />
      </PanelPart>
    </div>
  );
}
