import type { Metadata } from "next";
import { Suspense } from "react";
import { BackToDraft, BacktestReport } from "@/components/admin/backtest-report";
import { BacktestSkeleton } from "@/components/admin/backtest-skeleton";
import type { Operator } from "@/lib/accounts/operator";
import { backtestDraft } from "@/lib/metering/drafts/backtest";
import { pageOperator } from "@/lib/web/session";
import { readOpenDraft } from "../../read-open-draft";

export const metadata: Metadata = { title: "Backtest" };

/** The last thirty days once more, at the prices of a draft. Worked out anew each time, while the page is there already. */
export default async function BacktestPage({ params }: { params: Promise<{ id: string }> }) {
  const operator = await pageOperator();
  const { draft } = await readOpenDraft(operator, (await params).id);
  return (
    <div className="space-y-5">
      <BackToDraft id={draft.id} name={draft.name} />
      <h2 className="text-base font-semibold">The last 30 days at the prices of {draft.name}, as saved</h2>
      <Suspense fallback={<BacktestSkeleton />}>
        <Result operator={operator} id={draft.id} />
      </Suspense>
    </div>
  );
}

async function Result({ operator, id }: { operator: Operator; id: string }) {
  return <BacktestReport backtest={await backtestDraft(operator, id)} />;
}
