import type { Route } from "next";
import { leftInWords, resetInWords } from "@/components/budgets/budget";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { BudgetView, EstimateNote } from "@/lib/metering/preflight/estimate";
import type { Unit } from "@/lib/values/ids";
import { amountInWords } from "./approval";

interface RefusalsProps {
  refusals: readonly EstimateNote[];
  budgets: readonly BudgetView[];
  mayBuy: boolean;
  mayBudget: boolean;
  /** What is asked for, and what there is. */
  asked: { amount: string; available: string; unit: Unit };
  buyHref: Route;
  budgetsHref?: Route;
}

/** Why work would be refused, each reason with the one thing to do about it. */
export function Refusals({
  refusals,
  budgets,
  asked: { amount, available, unit },
  mayBuy,
  mayBudget,
  buyHref,
  budgetsHref = "/settings/budgets",
}: RefusalsProps) {
  const isShort = refusals.some(({ code }) => code === "insufficient_credits");
  const others = refusals.filter(({ code }) => code !== "insufficient_credits" && code !== "budget_exceeded");
  const full = overdrawn(budgets, "hard");
  return (
    <>
      {isShort && (
        <Banner
          tone="bad"
          action={
            mayBuy && (
              <LinkButton href={buyHref} size="sm" look="primary">
                Add credit
              </LinkButton>
            )
          }
        >
          This needs {amountInWords(amount, unit)}, and {amountInWords(available, unit)} are available.
          {!mayBuy && " Owners, admins and billing members of this account can add credit."}
        </Banner>
      )}
      {full.length > 0 && (
        <Banner
          tone="bad"
          action={
            mayBudget && (
              <LinkButton href={budgetsHref} size="sm">
                Edit {full.length === 1 ? "the budget" : "budgets"}
              </LinkButton>
            )
          }
        >
          {full.map((budget) => (
            <Overdrawn key={budget.id} budget={budget} only />
          ))}
          {!mayBudget && "Owners, admins and billing members of this account can raise it."}
        </Banner>
      )}
      {others.map(({ code, detail }) => (
        <Banner key={code + detail} tone="bad">
          {detail}
        </Banner>
      ))}
    </>
  );
}

/** Budgets that refuse nothing, and that the work would go over. */
export function Warnings({ budgets }: { budgets: readonly BudgetView[] }) {
  const over = overdrawn(budgets, "warn");
  if (over.length === 0) return null;
  return (
    <Banner tone="warn">
      {over.map((budget) => (
        <Overdrawn key={budget.id} budget={budget} />
      ))}
      It only warns: nothing is refused for it.
    </Banner>
  );
}

function Overdrawn({ budget, only = false }: { budget: BudgetView; only?: boolean }) {
  return (
    <p>
      The budget “{budget.name}” {leftInWords(budget, only)}; it {resetInWords(budget.resets_at)}.
    </p>
  );
}

function overdrawn(budgets: readonly BudgetView[], mode: "hard" | "warn"): BudgetView[] {
  return budgets.filter(
    (budget) => budget.kind === "budget" && budget.mode === mode && budget.would_remain.startsWith("-"),
  );
}
