import { AdjustmentsTable } from "@/components/admin/adjustments/adjustments-table";
import { CustomerFigures } from "@/components/admin/customers/customer-figures";
import { CustomerGrants } from "@/components/admin/customers/customer-grants";
import { Card } from "@/components/ui/card";
import { readCustomerGrants } from "@/lib/backoffice/accounts/read-customer";
import { listAdjustments } from "@/lib/backoffice/adjustments/list";
import { pageCustomer, pageCustomerRead } from "../read";

/** What an account has, and why. */
export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { operator, ctx } = await pageCustomer(params);
  const { accountId } = ctx;
  const [{ wallet }, grants, adjustments] = await Promise.all([
    pageCustomerRead(accountId),
    readCustomerGrants(ctx),
    listAdjustments(operator, { accountId }),
  ]);
  return (
    <div className="space-y-5">
      <CustomerFigures wallet={wallet} />
      <Card flush title="Corrections and promotional credit" className="overflow-hidden">
        <div className="border-t">
          <AdjustmentsTable rows={adjustments.rows} ofOne />
        </div>
      </Card>
      <CustomerGrants grants={grants} creditValue={wallet.credit_usd_value} />
    </div>
  );
}
