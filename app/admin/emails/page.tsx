import type { Metadata } from "next";
import { AccountFilter } from "@/components/admin/account-picker/account-filter";
import { EmailsTable } from "@/components/admin/emails-table";
import { FilterChoice, FilterForm, FilterText } from "@/components/admin/filter-form";
import { idOf, linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { EMAIL_STATUSES, listEmails } from "@/lib/backoffice/emails/list-emails";
import { readEmail } from "@/lib/backoffice/emails/read-email";
import { pageOperator } from "@/lib/web/session";
import { absent } from "../absent";

export const metadata: Metadata = { title: "E-mails" };

const PATH = "/admin/emails";

/** What customers were told by mail. */
export default async function EmailsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const status = EMAIL_STATUSES.find((each) => each === query.status);
  const recipient = oneOf(query.to);
  const asked = oneOf(query.account);
  const account = await accountMeant(operator, asked);
  const accountId = account?.id;
  const before = idOf(query.before);
  const open = idOf(query.mail);
  const [{ rows, next }, mail] = await Promise.all([
    listEmails(operator, { status, recipient, accountId, before }),
    open ? readEmail(operator, { id: open }).catch(absent) : null,
  ]);
  const filter = { status, to: recipient, account: asked };
  const here = { ...filter, before };
  const links = Object.fromEntries(rows.map(({ id }) => [id, linkWith(PATH, { ...here, mail: id })]));
  const filtered = Object.values(filter).some(Boolean);
  return (
    <div className="space-y-4">
      <FilterForm path={PATH} filtered={filtered}>
        <FilterText name="to" label="To" value={recipient} placeholder="How the address begins" />
        <AccountFilter key={asked} asked={asked} account={account} />
        <FilterChoice name="status" label="Status" value={status} options={EMAIL_STATUSES} />
      </FilterForm>
      {mail && (
        <Card
          title={mail.subject}
          description={`To ${mail.recipient}`}
          actions={
            <LinkButton href={linkWith(PATH, here) as "/"} size="sm">
              Close
            </LinkButton>
          }
        >
          {mail.plain === null ? (
            <p className="text-sm text-ink-muted">
              Its words are not shown: it is still on its way, or it carried a link that opens something.
            </p>
          ) : (
            <p className="max-h-96 overflow-y-auto text-sm break-words whitespace-pre-line" tabIndex={0}>
              {mail.plain}
            </p>
          )}
        </Card>
      )}
      <Card flush>
        <EmailsTable rows={rows} filtered={filtered || before !== undefined} linkTo={links} open={open} />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, filter) : null}
        older={next ? linkWith(PATH, { ...filter, before: next }) : null}
      />
    </div>
  );
}
