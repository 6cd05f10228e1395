import { Scale } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { ReconciliationView } from "@/lib/purchases/reconcile/list-reconciliations";
import { plural } from "@/lib/values/display/count";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayUsd } from "@/lib/values/display/usd";

/** The last whole run in a sentence. */
export function LastRun({ run }: { run: ReconciliationView | null }) {
  if (!run)
    return <Banner tone="warn">They have not been compared yet. Each hour the worker does it.</Banner>;
  const { differences, stripeUsd, ledgerUsd, since, startedAt, paymentsSeen } = run;
  const span = (
    <>
      since <UtcTime at={since} />, over {plural(paymentsSeen, "payment")}, as of <UtcTime at={startedAt} />
    </>
  );
  return differences.length === 0 ? (
    <Banner tone="good">
      Both have {displayUsd(ledgerUsd)} after refunds and disputes, {span}.
    </Banner>
  ) : (
    <Banner tone="bad">
      Stripe has {displayUsd(stripeUsd)} and the ledger {displayUsd(ledgerUsd)} after refunds and disputes,{" "}
      {span}: {plural(differences.length, "difference")}.
    </Banner>
  );
}

/** Each cent that is on one side only, with what to do about it. */
export function Differences({ run }: { run: ReconciliationView }) {
  return (
    <DataTable
      caption="Differences"
      rows={run.differences}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      columns={[
        {
          key: "kind",
          head: "What",
          narrow: "title",
          cell: ({ kind, whatToDo }) => (
            <>
              <span className="font-medium">{sentenceOf(kind)}</span>
              <span className="hidden text-xs text-ink-muted narrow:block">{whatToDo}</span>
            </>
          ),
        },
        { key: "id", head: "Object", narrow: "meta", cell: ({ id }) => <CopyId id={id} label="object" /> },
        {
          key: "account",
          head: "Account",
          cell: ({ accountId }) => accountId && <CopyId id={accountId} label="account id" />,
        },
        {
          key: "stripe",
          head: "At Stripe",
          align: "right",
          narrow: "value",
          cell: ({ stripeUsd }) => <span className="tabular-nums">{displayUsd(stripeUsd)}</span>,
        },
        {
          key: "ledger",
          head: "In the ledger",
          align: "right",
          narrow: "meta-value",
          cell: ({ ledgerUsd }) => <span className="tabular-nums">{displayUsd(ledgerUsd)}</span>,
        },
        {
          key: "todo",
          head: "What to do",
          cell: ({ whatToDo }) => <span className="block max-w-md py-1.5 text-xs">{whatToDo}</span>,
        },
      ]}
    />
  );
}

/** The newest runs. */
export function RunsTable({ runs }: { runs: readonly ReconciliationView[] }) {
  return (
    <DataTable
      caption="Runs of reconciliation"
      rows={runs}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Scale} title="No runs yet">
          The first one comes within the hour.
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "Begun (UTC)",
          narrow: "title",
          cell: ({ startedAt }) => <UtcTime column at={startedAt} />,
        },
        {
          key: "payments",
          head: "Payments",
          align: "right",
          narrow: "meta",
          cell: ({ paymentsSeen }) => <span className="tabular-nums">{paymentsSeen}</span>,
        },
        {
          key: "repaired",
          head: "Repaired",
          align: "right",
          cell: ({ repaired }) => <span className="tabular-nums">{repaired}</span>,
        },
        {
          key: "end",
          head: "End",
          narrow: "value",
          cell: ({ endedAt, error, differences }) =>
            error ? (
              <span className="text-xs text-bad">{error}</span>
            ) : endedAt === null ? (
              <Badge tone="warn">not ended</Badge>
            ) : differences.length === 0 ? (
              <Badge tone="good">the same</Badge>
            ) : (
              <Badge tone="bad">{plural(differences.length, "difference")}</Badge>
            ),
        },
      ]}
    />
  );
}
