import type { ReactNode } from "react";
import { BigAmount, Worth } from "@/components/ui/amount";
import { UtcTime } from "@/components/ui/utc-time";
import type { BudgetView } from "@/lib/metering/preflight/estimate";
import { unitName } from "@/lib/values/display/unit";
import { type Approval, mostOf, nameInWords, spanInWords } from "./approval";
import { Breakdown } from "./breakdown";
import { CoveringBudgets } from "./covering-budgets";
import { MandateTerms } from "./mandate-terms";
import { Remainder } from "./remainder";

/** What is asked, by whom and why, what it costs at most, and what would be left. */
export function ApprovalRequest({
  approval,
  creditValue,
  available,
  wouldRemain,
  budgets,
  outcome,
  children,
}: {
  approval: Approval;
  creditValue: string;
  available: string;
  wouldRemain: string;
  budgets: readonly BudgetView[];
  /** How it ended, when it has. */
  outcome: ReactNode;
  /** The decision, at the foot. */
  children: ReactNode;
}) {
  const { kind, title, reason, requested_by, decide_by, status } = approval;
  const { amount, unit } = mostOf(approval);
  const pending = status === "pending";
  return (
    <article className="rounded-lg border bg-surface" aria-labelledby="title">
      <header className="space-y-4 px-5 pt-5 pb-5 sm:px-7 sm:pt-6">
        {outcome}
        <div>
          <p className="text-sm text-ink-muted">
            <span className="text-ink">{nameInWords(requested_by)}</span> {pending ? "asks" : "asked"}{" "}
            {kind === "job" ? "to spend on one job" : "for a mandate to spend"}
          </p>
          <h1 id="title" className="mt-1 text-lg font-semibold tracking-tight wrap-anywhere">
            {title}
          </h1>
          {reason && (
            <p className="mt-1 text-sm whitespace-pre-line wrap-anywhere text-ink-muted">{reason}</p>
          )}
        </div>
        <div>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-xl">
              <span className="text-sm text-ink-muted">{kind === "job" ? "At most" : "Up to"} </span>
              <BigAmount value={amount} unit={unit} />{" "}
              <span className="text-lg font-medium text-ink-muted">{unitName(unit)}</span>
            </span>
            {unit === "credit" && <Worth value={amount} creditValue={creditValue} className="text-base" />}
          </p>
          {pending && (
            <p className="mt-1 text-sm text-ink-muted">
              {approval.kind === "job"
                ? `Held for ${spanInWords(approval.hold_for)} at most. What is really used is charged, and the rest goes back.`
                : "Nothing is held by approving. Each piece of work holds what it costs at most, and the mandate is the limit of all together."}
            </p>
          )}
        </div>
      </header>
      <Part title={kind === "job" ? "What it is made of" : "What it is good for"}>
        {approval.kind === "mandate" ? (
          <MandateTerms mandate={approval} />
        ) : approval.breakdown.length > 0 ? (
          <Breakdown lines={approval.breakdown} total={amount} unit={unit} />
        ) : (
          <p className="text-ink-muted">
            {nameInWords(requested_by)} named the amount, without the operations that it is made of. No more
            than it can be charged without asking.
          </p>
        )}
      </Part>
      {pending && (
        <>
          <Part title="Your credit">
            <Remainder
              available={available}
              amount={amount}
              after={wouldRemain}
              unit={unit}
              amountName={kind === "job" ? "Held for this" : "If all of it is used"}
            />
          </Part>
          {kind === "job" && (
            <Part title="Budgets that cover it">
              <CoveringBudgets budgets={budgets} />
            </Part>
          )}
        </>
      )}
      <footer className="space-y-4 rounded-b-lg border-t bg-sunken/50 px-5 py-4 sm:px-7">
        {pending && (
          <p className="text-xs text-ink-muted">
            It can be decided until <UtcTime at={decide_by} />.
          </p>
        )}
        {children}
      </footer>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t px-5 py-4 text-sm sm:px-7">
      <h2 className="mb-2 text-xs font-medium text-ink-muted">{title}</h2>
      {children}
    </section>
  );
}
