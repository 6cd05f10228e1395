"use client";

import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Bot } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { endMandate } from "@/lib/approvals/actions";
import type { MandateAnswer } from "@/lib/approvals/schema";
import { DecideButtons } from "./decide-buttons";
import { stageOf } from "./mandate";
import { MandateRow } from "./mandate-row";

interface MandatesProps {
  accountId: string;
  mandates: readonly MandateAnswer[];
  /** The moment at which they were read. */
  now: string;
  mayDecide: boolean;
  /** Jobs that wait for a decision as well: above all that needs none. */
  jobs: ReactNode;
  /** How an agent asks, for an account in which none has. */
  howTo: ReactNode;
}

/** What agents may spend: what waits for a person first, then what is good now, then what is over. */
export function Mandates({ accountId, mandates, now, mayDecide, jobs, howTo }: MandatesProps) {
  const [pending, live, ended] = (["pending", "live", "ended"] as const).map((stage) =>
    mandates.filter(({ status }) => stageOf(status) === stage),
  );
  return (
    <div className="space-y-5">
      {pending && pending.length > 0 && (
        <Card
          title="Mandates waiting for a decision"
          description={
            mayDecide
              ? "Nothing is spent under these until somebody approves."
              : "Owners, admins and billing members of this account can approve or decline."
          }
          flush
        >
          <ul className="divide-y">
            {pending.map((mandate) => (
              <MandateRow
                key={mandate.id}
                mandate={mandate}
                now={now}
                actions={
                  mayDecide && (
                    <DecideButtons accountId={accountId} id={mandate.id} approve="Approve" size="sm" />
                  )
                }
              />
            ))}
          </ul>
        </Card>
      )}
      {jobs}
      <Card
        title="Mandates in force"
        description="A mandate lets an agent spend up to a limit, on some models and features, for a time. Every charge under it carries it; past it, work is refused before it costs anything."
        flush
      >
        {live && live.length > 0 ? (
          <ul className="divide-y">
            {live.map((mandate) => (
              <MandateRow
                key={mandate.id}
                mandate={mandate}
                now={now}
                actions={
                  mayDecide && (
                    <ConfirmDialog
                      trigger="Revoke"
                      title={`Revoke “${mandate.title}”?`}
                      verb="Revoke"
                      done="The mandate is revoked"
                      run={() => endMandate({ id: mandate.id }, accountId)}
                    >
                      New work under it is refused from the next request on. Work that already runs completes
                      and is charged. This cannot be undone; the agent can ask for another one.
                    </ConfirmDialog>
                  )
                }
              />
            ))}
          </ul>
        ) : (
          <EmptyState icon={Bot} title="No agent may spend under a mandate now">
            {howTo}
          </EmptyState>
        )}
      </Card>
      {ended && ended.length > 0 && (
        <details className="group rounded-lg border bg-surface">
          <summary className="px-5 py-3 text-sm font-medium hover:bg-hover/60">Over ({ended.length})</summary>
          <ul className="divide-y">
            {ended.map((mandate) => (
              <MandateRow key={mandate.id} mandate={mandate} now={now} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
