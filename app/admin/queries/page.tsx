import type { Metadata } from "next";
import { AccountFilter } from "@/components/admin/account-picker/account-filter";
import { FilterForm, FilterText } from "@/components/admin/filter-form";
import { linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { QueriesTable } from "@/components/admin/queries-table";
import { Card } from "@/components/ui/card";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { listAllQueries } from "@/lib/backoffice/queries/list-all-queries";
import { isUuid } from "@/lib/values/ids";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Data queries" };

const PATH = "/admin/queries";

/** Who asked which free provider for what. */
export default async function QueriesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const asked = oneOf(query.account);
  const account = await accountMeant(operator, asked);
  const accountId = account?.id;
  const provider = oneOf(query.provider);
  const before = cursorOf(oneOf(query.before));
  const { rows, next } = await listAllQueries(operator, { accountId, provider, before });
  const filter = { account: asked, provider };
  const filtered = asked !== undefined || provider !== undefined;
  return (
    <div className="space-y-4">
      <FilterForm path={PATH} filtered={filtered}>
        <FilterText name="provider" label="Provider" value={provider} placeholder="socrata" />
        <AccountFilter key={asked} asked={asked} account={account} />
      </FilterForm>
      <Card flush>
        <QueriesTable rows={rows} filtered={filtered || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, filter) : null}
        older={next ? linkWith(PATH, { ...filter, before: `${next.at} ${next.accountId} ${next.id}` }) : null}
      />
    </div>
  );
}

/** "2026-11-21T14:03:00.000Z account id": the row that the page before ended with. */
function cursorOf(text: string | undefined): { at: string; accountId: string; id: string } | undefined {
  const [, at, accountId, id] =
    /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z) ([\da-f-]{36}) (.+)$/.exec(text ?? "") ?? [];
  if (!at || !accountId || !id || Number.isNaN(Date.parse(at)) || !isUuid(accountId)) return undefined;
  return { at, accountId, id };
}
