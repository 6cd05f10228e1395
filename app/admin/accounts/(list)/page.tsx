import type { Metadata } from "next";
import { AccountsTable } from "@/components/admin/customers/accounts-table";
import { FilterForm, FilterText } from "@/components/admin/filter-form";
import { idOf, linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { Card } from "@/components/ui/card";
import { listAccounts } from "@/lib/backoffice/accounts/list-accounts";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Accounts" };

const PATH = "/admin/accounts";

/** Every customer, by whatever somebody has in hand of them. */
export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const text = oneOf(query.q);
  const before = idOf(query.before);
  const { rows, next } = await listAccounts(operator, { text, before });
  return (
    <div className="space-y-4">
      <FilterForm path={PATH} filtered={text !== undefined}>
        <FilterText name="q" label="Name, account ID, e-mail or transaction ID" value={text} />
      </FilterForm>
      <Card flush>
        <AccountsTable rows={rows} filtered={text !== undefined || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, { q: text }) : null}
        older={next ? linkWith(PATH, { q: text, before: next }) : null}
      />
    </div>
  );
}
