import type { Metadata } from "next";
import { AccountFilter } from "@/components/admin/account-picker/account-filter";
import { DEED_THINGS } from "@/components/admin/deed-things";
import { DeedsTable } from "@/components/admin/deeds-table";
import { FilterChoice, FilterForm } from "@/components/admin/filter-form";
import { idOf, linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { ViewLinks } from "@/components/admin/view-links";
import { deedInWords } from "@/components/settings/deeds";
import { Card } from "@/components/ui/card";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { AUDIT_OF, listAudits } from "@/lib/backoffice/audit/list-audits";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "Audit log" };

const PATH = "/admin/audit";
const WORDS = { operators: "Operators", accounts: "Within accounts" } as const;

/** What operators did, and what was done within accounts. */
export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const of = AUDIT_OF.find((each) => each === query.of) ?? "operators";
  const asked = oneOf(query.account);
  const account = await accountMeant(operator, asked);
  const accountId = account?.id;
  const action = oneOf(query.action);
  const before = idOf(query.before);
  const { rows, next } = await listAudits(operator, of, { accountId, action, before });
  const filter = { of, account: asked, action };
  const filtered = asked !== undefined || action !== undefined;
  return (
    <div className="space-y-4">
      <ViewLinks
        label="Actions by"
        views={AUDIT_OF.map((view) => ({ view, label: WORDS[view] }))}
        current={of}
        hrefOf={(view) => linkWith(PATH, { ...filter, of: view })}
      />
      <FilterForm path={PATH} view={{ of }} filtered={filtered}>
        <FilterChoice
          name="action"
          label="About"
          value={action}
          // An address may name a single deed.
          options={[...(action && !(action in DEED_THINGS) ? [action] : []), ...Object.keys(DEED_THINGS)]}
          names={{ ...(action && { [action]: deedInWords(action) }), ...DEED_THINGS }}
        />
        <AccountFilter key={asked} asked={asked} account={account} />
      </FilterForm>
      <Card flush>
        <DeedsTable rows={rows} filtered={filtered || before !== undefined} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, filter) : null}
        older={next ? linkWith(PATH, { ...filter, before: next }) : null}
      />
    </div>
  );
}
