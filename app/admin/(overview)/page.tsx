import type { Metadata } from "next";
import { Suspense } from "react";
import { ChecksList } from "@/components/admin/checks-list";
import { FinanceFigures, FinanceSkeleton } from "@/components/admin/finance-figures";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Operator } from "@/lib/accounts/operator";
import { readFinance } from "@/lib/backoffice/finance/read-finance";
import { readHealth } from "@/lib/backoffice/health/read-health";
import { valueOfCredit } from "@/lib/reports/value-of-credit";
import { plural } from "@/lib/values/display/count";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Operator" };

/** What needs a hand today: faults first, then what people wait for; what is well, in one line; and the month in figures, which come when they are read. */
export default async function AdminPage() {
  const operator = await pageOperator();
  const { checks, work } = await readHealth(operator);
  const troubles = checks.filter(({ state }) => state === "bad" || state === "warn");
  const todo = [...troubles.toSorted((a, b) => a.state.localeCompare(b.state)), ...work];
  const well = checks.filter(({ state }) => state === "good");
  return (
    <div className="space-y-5">
      {todo.length === 0 ? (
        <Banner tone="good">Nothing needs a hand. Books, queue, e-mail and payments are in order.</Banner>
      ) : (
        <Card flush title={`${plural(todo.length, "thing")} to look at`}>
          <ChecksList label="What needs a hand" checks={todo} />
        </Card>
      )}
      <p className="text-sm text-ink-muted">
        {well.length > 0 && <>In order: {well.map(({ name }) => name).join(", ")}. </>}
        <TextLink href="/admin/health">All checks</TextLink>
      </p>
      <Suspense fallback={<FinanceSkeleton />}>
        <Figures operator={operator} />
      </Suspense>
    </div>
  );
}

async function Figures({ operator }: { operator: Operator }) {
  const value = valueOfCredit();
  return <FinanceFigures finance={await readFinance(operator, value)} creditValue={value} />;
}
