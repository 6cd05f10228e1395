import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdjustmentsTable } from "@/components/admin/adjustments/adjustments-table";
import { CustomerGrants } from "@/components/admin/customers/customer-grants";
import { CustomerHead } from "@/components/admin/customers/customer-head";
import { CustomerMembers } from "@/components/admin/customers/customer-members";
import { LimitsForm } from "@/components/admin/customers/limits-form";
import { PlanForm } from "@/components/admin/customers/plan-form";
import { PricesCard } from "@/components/admin/customers/prices-card";
import { Card } from "@/components/ui/card";
import { readCustomer } from "@/lib/backoffice/accounts/read-customer";
import { listAdjustments } from "@/lib/backoffice/adjustments/list";
import { readLeftToday } from "@/lib/backoffice/limits/daily-limit";
import { isUuid } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Account" };

/** One account: what it has, why, and what can be done about it. */
export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const [operator, { id }] = await Promise.all([pageOperator(), params]);
  if (!isUuid(id)) notFound();
  const [customer, adjustments, left] = await Promise.all([
    readCustomer(operator, id).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === "not_found") notFound();
      throw error;
    }),
    listAdjustments(operator, { accountId: id }),
    readLeftToday(operator),
  ]);
  return (
    <div className="space-y-5">
      <CustomerHead customer={customer} />
      <Card flush title="Corrections and promotional credit" className="overflow-hidden">
        <div className="border-t">
          <AdjustmentsTable rows={adjustments.rows} ofOne />
        </div>
      </Card>
      <CustomerGrants grants={customer.grants} creditValue={customer.wallet.credit_usd_value} />
      <div className="grid gap-5 lg:grid-cols-2">
        <LimitsForm accountId={id} policy={customer.policy} left={left.credit} />
        <PlanForm accountId={id} plan={customer.plan} starter={customer.starter} />
      </div>
      <PricesCard accountId={id} name={customer.name} prices={customer.prices} />
      <CustomerMembers members={customer.members} />
    </div>
  );
}
