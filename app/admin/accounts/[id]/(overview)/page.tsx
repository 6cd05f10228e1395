import { AdjustmentsTable } from "@/components/admin/adjustments/adjustments-table";
import { CustomerFigures } from "@/components/admin/customers/customer-figures";
import { CustomerGrants } from "@/components/admin/customers/customer-grants";
import { NewestTransactions } from "@/components/admin/customers/newest-transactions";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { readCustomerGrants } from "@/lib/backoffice/accounts/read-customer";
import { listAdjustments } from "@/lib/backoffice/adjustments/list";
import { listTransactions } from "@/lib/ledger/list";
import { pageCustomer, pageCustomerRead } from "../read";

const NEWEST = 5;

/** What an account has, and why. */
export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { operator, ctx } = await pageCustomer(params);
  const { accountId } = ctx;
  const [{ wallet }, grants, adjustments, newest] = await Promise.all([
    pageCustomerRead(accountId),
    readCustomerGrants(ctx),
    listAdjustments(operator, { accountId }),
    listTransactions(ctx, {}, { limit: NEWEST }),
  ]);
  return (
    <div className="space-y-5">
      <CustomerFigures wallet={wallet} />
      <Card
        flush
        title="Newest transactions"
        actions={<TextLink href={`/admin/accounts/${accountId}/transactions`}>All transactions</TextLink>}
      >
        <NewestTransactions
          rows={newest.rows}
          creditValue={wallet.credit_usd_value}
          page={`/admin/accounts/${accountId}/transactions`}
        />
      </Card>
      <Card flush title="Corrections and promotional credit">
        <AdjustmentsTable rows={adjustments.rows} ofOne />
      </Card>
      <CustomerGrants grants={grants} creditValue={wallet.credit_usd_value} />
    </div>
  );
}
