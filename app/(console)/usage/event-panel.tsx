import { SearchX } from "lucide-react";
import { Suspense } from "react";
import { Causes } from "@/components/billing/causes";
import { ExplanationSkeleton } from "@/components/billing/explanation-skeleton";
import { ChargeSum } from "@/components/billing/charge-sum";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { explainEvent } from "@/lib/metering/explain-event";
import { readUsageEvent } from "@/lib/metering/usage-events";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";
import { Explained } from "../billing/(overview)/explained";

/** Why a call cost what it cost, in a panel that the URL opens. */
export function EventPanel({ id }: { id: string }) {
  return (
    <ResourceSheet title="Why this amount?" name="event">
      <Suspense key={id} fallback={<ExplanationSkeleton />}>
        <EventExplained id={id} />
      </Suspense>
    </ResourceSheet>
  );
}

/** The row that charged it with its reasons; of what was not charged, the computation alone. */
async function EventExplained({ id }: { id: string }) {
  const ctx = await pageContext();
  const event = await readUsageEvent(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (event instanceof Refusal)
    return (
      <EmptyState icon={SearchX} title="It cannot be shown">
        {event.message}
      </EmptyState>
    );
  if (event.transaction_id !== null) return <Explained id={event.transaction_id} />;
  const charge = await explainEvent(ctx, id);
  return (
    <div className="space-y-6">
      <div>
        <p className="text-xl font-semibold tracking-tight">Nothing was charged</p>
        <p className="mt-1 flex items-center gap-1 text-xs text-ink-muted">
          Usage event <CopyId id={event.id} label="usage event id" />
        </p>
      </div>
      {charge && <ChargeSum charge={charge} />}
      {charge && <Causes charge={charge} />}
    </div>
  );
}
