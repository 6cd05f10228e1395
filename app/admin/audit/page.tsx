import type { Metadata } from "next";
import { DeedsTable } from "@/components/admin/deeds-table";
import { FilterChoice, FilterForm, FilterText } from "@/components/admin/filter-form";
import { idOf, linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { Card } from "@/components/ui/card";
import { AUDIT_OF, listAudits } from "@/lib/backoffice/audit/list-audits";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Audit log" };

const PATH = "/admin/audit";

/** What operators did, and what was done within accounts. */
export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const of = AUDIT_OF.find((each) => each === query.of) ?? "operators";
  const accountId = idOf(query.account);
  const action = oneOf(query.action);
  const before = idOf(query.before);
  const { rows, next } = await listAudits(operator, of, { accountId, action, before });
  const filter = { of, account: accountId, action };
  const filtered = accountId !== undefined || action !== undefined;
  return (
    <div className="space-y-4">
      <FilterForm path={PATH} filtered={filtered || of !== "operators"}>
        <FilterChoice name="of" label="Actions by" value={of} options={AUDIT_OF} all={false} />
        <FilterText
          name="action"
          label="Action"
          value={action}
          placeholder="contract.created, or key. for all of keys"
        />
        <FilterText name="account" label="Account ID" value={accountId} />
      </FilterForm>
      <Card flush className="overflow-hidden">
        <DeedsTable rows={rows} filtered={filtered || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, filter) : null}
        older={next ? linkWith(PATH, { ...filter, before: next }) : null}
      />
    </div>
  );
}
