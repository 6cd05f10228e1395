import type { Metadata } from "next";
import { RunTorture } from "@/components/admin/torture/run-torture";
import { RoundsTable } from "@/components/admin/torture/rounds-table";
import { RunsTable } from "@/components/admin/torture/runs-table";
import { TortureAnswer } from "@/components/admin/torture/torture-answer";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { listTorture } from "@/lib/backoffice/torture/list-torture";
import { stripeMode } from "@/lib/purchases/stripe";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Stripe torture test" };

/** Whether what Stripe sends can come twice, late, backwards and at once. */
export default async function TorturePage() {
  const runs = await listTorture(await pageOperator());
  const [last] = runs;
  if (stripeMode() === null)
    return <Banner>Nothing is sold here: there is no STRIPE_SECRET_KEY, and no event to replay.</Banner>;
  return (
    <div className="space-y-5">
      <Card
        title="Replay what Stripe has sent"
        description="The newest 500 stored events, on books of their own that are made by the same migrations and dropped again: in their order, each five times, backwards, and shuffled with 16 at once. Stripe is only read, and the ledger is not touched."
        actions={<RunTorture isRunning={last !== undefined && last.endedAt === null} />}
      >
        <TortureAnswer run={last ?? null} />
      </Card>
      {last && last.rounds.length > 0 && (
        <Card flush title="Rounds of the newest run">
          <RoundsTable rounds={last.rounds} />
        </Card>
      )}
      <Card flush title="Runs">
        <RunsTable runs={runs} />
      </Card>
    </div>
  );
}
