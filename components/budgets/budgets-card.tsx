"use client";

import { Gauge } from "lucide-react";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { endBudget } from "@/lib/budgets/actions";
import type { Budget } from "./budget";
import { BudgetRow } from "./budget-row";
import { EditBudgetDialog } from "./edit-budget-dialog";
import { NewBudgetDialog } from "./new-budget-dialog";
import type { ScopeOptions } from "./scope-picker";

/** The limits on spending of an account, each with what is spent, held and left of it now. */
export function BudgetsCard({
  accountId,
  budgets,
  creditValue,
  options,
  mayWrite,
}: {
  accountId: string;
  budgets: readonly Budget[];
  creditValue: string;
  options: ScopeOptions;
  mayWrite: boolean;
}) {
  // It keeps its place when the first budget appears, so that a dialog that is open stays.
  const create = mayWrite && (
    <NewBudgetDialog key={accountId} accountId={accountId} creditValue={creditValue} options={options} />
  );
  return (
    <Card
      title="Budgets"
      description="A budget limits what is spent in a period. Every budget that covers a request is asked before the request costs anything; what is held for running work, or charged ahead for an instance’s cycle, counts too."
      actions={create}
      flush
    >
      {budgets.length === 0 ? (
        <EmptyState icon={Gauge} title="No budget limits what is spent">
          {mayWrite
            ? "Only the credit itself is a limit now. Make a budget with “New budget”, for the whole account or for one team, project, member, key or feature."
            : "Only the credit itself is a limit now. Owners, admins and billing members of this account can make a budget."}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {budgets.map((budget) => (
            <BudgetRow
              key={budget.id}
              budget={budget}
              actions={
                mayWrite && (
                  <>
                    <EditBudgetDialog accountId={accountId} budget={budget} creditValue={creditValue} />
                    <ConfirmDialog
                      trigger="Archive"
                      title={`Archive ${budget.name}?`}
                      verb="Archive"
                      done={`${budget.name} is archived`}
                      run={() => endBudget({ id: budget.id }, accountId)}
                    >
                      <p>
                        {budget.mode === "hard"
                          ? "From the next request on it refuses nothing."
                          : "From the next request on it warns of nothing."}{" "}
                        What was spent stays in usage and in the ledger. An archived budget cannot be brought
                        back; a new one counts the same usage.
                      </p>
                    </ConfirmDialog>
                  </>
                )
              }
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
