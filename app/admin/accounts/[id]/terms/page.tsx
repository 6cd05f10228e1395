import type { Metadata } from "next";
import { LimitsForm } from "@/components/admin/customers/limits-form";
import { PlanForm } from "@/components/admin/customers/plan-form";
import { PricesCard } from "@/components/admin/customers/prices-card";
import { readTerms } from "@/lib/backoffice/accounts/read-customer";
import { readLeftToday } from "@/lib/backoffice/limits/daily-limit";
import { pageCustomer, pageCustomerRead } from "../read";

export const metadata: Metadata = { title: "Terms of an account" };

/** What was agreed with an account: its plan, how far it may go, and whose prices it pays. */
export default async function CustomerTermsPage({ params }: { params: Promise<{ id: string }> }) {
  const {
    operator,
    ctx: { accountId },
  } = await pageCustomer(params);
  const [{ name }, terms, left] = await Promise.all([
    pageCustomerRead(accountId),
    readTerms(operator, accountId),
    readLeftToday(operator),
  ]);
  return (
    <div className="space-y-5">
      <div className="grid gap-5 lg:grid-cols-2">
        <PlanForm accountId={accountId} plan={terms.plan} starter={terms.starter} />
        <LimitsForm accountId={accountId} policy={terms.policy} left={left.credit} />
      </div>
      <PricesCard accountId={accountId} name={name} prices={terms.prices} />
    </div>
  );
}
