import type { Metadata } from "next";
import { BudgetsCard } from "@/components/budgets/budgets-card";
import { featureKinds, featureInWords } from "@/components/preview/feature-kinds";
import { WhoMayChange } from "@/components/settings/who-may";
import { listBudgets } from "@/lib/budgets/list-budgets";
import type { BudgetAnswer } from "@/lib/budgets/schema";
import { readRateCard } from "@/lib/metering/read-rate-card";
import { shortenId } from "@/lib/values/display/shorten-id";
import { pageContext } from "@/lib/web/session";
import { readSubjects } from "../../read-subjects";

export const metadata: Metadata = { title: "Budgets" };

/** The limits on spending, as they stand now. */
export default async function BudgetsPage() {
  const ctx = await pageContext();
  const [budgets, subjects, card] = await Promise.all([
    listBudgets(ctx),
    readSubjects(ctx),
    readRateCard(ctx),
  ]);
  const feature = featureKinds(card.rates).map((kind) => ({
    value: kind.feature,
    name: featureInWords(kind.feature),
  }));
  const options = { ...subjects, feature };
  const nameOf = ({ scope, scope_value }: BudgetAnswer) =>
    scope === "account"
      ? ""
      : (options[scope].find(({ value }) => value === scope_value)?.name ??
        (scope === "key" ? shortenId(scope_value) : scope_value));
  return (
    <div className="space-y-5">
      {budgets.length > 0 && (
        <WhoMayChange what="budgets" needs="budgets:write" permissions={ctx.permissions} />
      )}
      <BudgetsCard
        accountId={ctx.accountId}
        budgets={budgets.map((budget) => ({ ...budget, scopeName: nameOf(budget) }))}
        creditValue={card.credit_usd_value}
        options={options}
        mayWrite={ctx.permissions.has("budgets:write")}
      />
    </div>
  );
}
