import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/button";
import { UtcTime } from "@/components/ui/utc-time";
import type { ApprovalAnswer } from "@/lib/approvals/schema";
import { amountInWords, nameInWords } from "./approval";

/** Jobs whose cost nobody has decided on yet: each leads to the page that shows what it is made of. */
export function WaitingJobs({ jobs, accountId }: { jobs: readonly ApprovalAnswer[]; accountId: string }) {
  if (jobs.length === 0) return null;
  return (
    <Card
      title="Jobs waiting for a decision"
      description="Each asks for its own cost to be held, once."
      flush
    >
      <ul className="divide-y">
        {jobs.map(({ id, title, amount, unit, requested_by, requested_at, decide_by }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 px-5 py-4">
            <div className="min-w-0 flex-1 basis-64">
              <h3 className="font-medium wrap-anywhere">{title}</h3>
              <p className="mt-0.5 text-xs text-ink-muted">
                Asked by {nameInWords(requested_by)}, <UtcTime at={requested_at} short /> UTC. To be decided
                by <UtcTime at={decide_by} />.
              </p>
            </div>
            <p className="tabular-nums">At most {amountInWords(amount, unit)}</p>
            <LinkButton href={`/billing/approve/${id}?account=${accountId}` as Route} size="sm">
              Look and decide
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
