import type { Metadata } from "next";
import { AccountFilter } from "@/components/admin/account-picker/account-filter";
import { FilterChoice, FilterForm, FilterText } from "@/components/admin/filter-form";
import { linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { ResourcesTable } from "@/components/admin/resources-table";
import { Card } from "@/components/ui/card";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { listAllResources } from "@/lib/backoffice/resources/list-all-resources";
import { RESOURCE_KINDS, RESOURCE_STATUSES } from "@/lib/deployments/schema";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Resources" };

const PATH = "/admin/resources";
const PAGE = 50;
const DEEPEST = 200;

/** What customers have registered and deployed. */
export default async function ResourcesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const asked = oneOf(query.account);
  const account = await accountMeant(operator, asked);
  const accountId = account?.id;
  const kind = RESOURCE_KINDS.find((each) => each === query.kind);
  const status = RESOURCE_STATUSES.find((each) => each === query.status);
  const search = oneOf(query.q);
  const page = Math.min(DEEPEST, Number(/^[1-9]\d{0,2}$/.exec(oneOf(query.page) ?? "")?.[0] ?? 0));
  const wanted = { accountId, kind, status, search, skip: page * PAGE };
  const { rows, more } = await listAllResources(operator, wanted);
  const filter = { q: search, kind, status, account: asked };
  const filtered = Object.values(filter).some(Boolean);
  return (
    <div className="space-y-4">
      <FilterForm path={PATH} filtered={filtered}>
        <FilterText name="q" label="Name or ID" value={search} placeholder="A part of it" />
        <FilterChoice name="kind" label="Kind" value={kind} options={RESOURCE_KINDS} />
        <FilterChoice name="status" label="Status" value={status} options={RESOURCE_STATUSES} />
        <AccountFilter key={asked} asked={asked} account={account} />
      </FilterForm>
      <Card flush>
        <ResourcesTable rows={rows} filtered={filtered || page > 0} />
      </Card>
      <Pager
        newest={page > 0 ? linkWith(PATH, filter) : null}
        older={more && page < DEEPEST ? linkWith(PATH, { ...filter, page: String(page + 1) }) : null}
      />
    </div>
  );
}
