import type { Metadata } from "next";
import { ReconcileButtons } from "@/components/admin/reconcile-buttons";
import { Differences, LastRun, RunsTable } from "@/components/admin/reconciliations";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { listReconciliations } from "@/lib/purchases/reconcile/list-reconciliations";
import { stripeMode } from "@/lib/purchases/stripe";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Reconciliation" };

/** Whether the ledger and Stripe have the same money, to the cent. */
export default async function ReconciliationPage() {
  const runs = await listReconciliations(await pageOperator());
  const last = runs.find(({ endedAt, error }) => endedAt !== null && error === "");
  if (stripeMode() === null)
    return <Banner>Nothing is sold here: there is no STRIPE_SECRET_KEY, and nothing to compare with.</Banner>;
  return (
    <div className="space-y-5">
      <Card
        title="Stripe and the ledger"
        description="Compared every hour, both ways. What Stripe has and the ledger missed is put right by itself, once."
        actions={<ReconcileButtons />}
      >
        <div className="space-y-3">
          {runs[0]?.error && (
            <Banner tone="bad">
              The newest run was cut short: {runs[0].error} What follows is from the run before it.
            </Banner>
          )}
          <LastRun run={last ?? null} />
        </div>
      </Card>
      {last && last.differences.length > 0 && (
        <Card flush title="Differences">
          <Differences run={last} />
        </Card>
      )}
      <Card flush title="Runs">
        <RunsTable runs={runs} />
      </Card>
    </div>
  );
}
