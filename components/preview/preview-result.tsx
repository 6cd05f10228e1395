import type { ReactNode } from "react";
import { Breakdown } from "@/components/approvals/breakdown";
import { CoveringBudgets } from "@/components/approvals/covering-budgets";
import { amountInWords } from "@/components/approvals/approval";
import { Refusals, Warnings } from "@/components/approvals/refusals";
import { Remainder } from "@/components/approvals/remainder";
import { BigAmount } from "@/components/ui/amount";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Estimate } from "@/lib/metering/preflight/estimate";
import { unitName } from "@/lib/values/display/unit";
import { displayUsd } from "@/lib/values/display/usd";
import { RESULT } from "./read-question";

// Once it is approved (`decide` marks that) it is held already: what would be, would take it off a second time.
const BEFORE = "group-has-[[data-approved]]/preview:hidden";

/** What work costs at most, whether it may run, and what would be left. */
export function PreviewResult({
  estimate,
  mayBuy,
  mayBudget,
  decide,
}: {
  estimate: Estimate;
  mayBuy: boolean;
  mayBudget: boolean;
  /** Where a person approves it, or asks for that. */
  decide: ReactNode;
}) {
  const { unit, worst_case, worst_case_usd, breakdown, wallet, allowed, budgets, refusals } = estimate;
  return (
    <div className="group/preview space-y-5">
      <section id={RESULT} aria-labelledby="at-most" className="space-y-3">
        <div>
          <h2 id="at-most" className="text-sm text-ink-muted">
            It costs at most
          </h2>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
            <span className="text-xl">
              <BigAmount value={worst_case} unit={unit} />{" "}
              <span className="text-lg font-medium text-ink-muted">{unitName(unit)}</span>
            </span>
            {worst_case_usd && (
              <span className="text-base text-ink-muted tabular-nums">≈ {displayUsd(worst_case_usd)}</span>
            )}
          </p>
        </div>
        <div className={`space-y-3 ${BEFORE}`}>
          {allowed ? (
            <Banner tone="good">
              It may run: {amountInWords(worst_case, unit)} would be held, what is really used is charged, and
              the rest goes back.
            </Banner>
          ) : (
            <Refusals
              refusals={refusals}
              budgets={budgets}
              asked={{ amount: worst_case, available: wallet.available, unit }}
              mayBuy={mayBuy}
              mayBudget={mayBudget}
              buyHref="/billing/buy"
            />
          )}
          <Warnings budgets={budgets} />
        </div>
      </section>
      {decide}
      <Card title="How that comes about">
        <Breakdown lines={breakdown} total={worst_case} unit={unit} open={breakdown.length === 1} />
      </Card>
      <Card title="What would remain" className={BEFORE}>
        <Remainder
          available={wallet.available}
          amount={worst_case}
          after={wallet.would_remain}
          unit={unit}
          amountName="This, at most"
        />
      </Card>
      <Card title="Budgets that cover it" className={BEFORE}>
        <CoveringBudgets budgets={budgets} />
      </Card>
    </div>
  );
}
