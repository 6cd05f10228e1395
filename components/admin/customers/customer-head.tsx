import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { Customer } from "@/lib/backoffice/accounts/read-customer";
import { KIND_NAMES } from "../adjustments/kind-names";
import { ViewDialog } from "./view-dialog";

const TABS = [
  ["", "Overview"],
  ["/payments", "Payments"],
  ["/transactions", "Transactions"],
  ["/terms", "Plan, limits and prices"],
  ["/members", "Members"],
] as const;

/** Who it is, what an operator does most, and the pages about it. */
export function CustomerHead({
  customer: { id, name, status, createdAt },
}: {
  customer: Pick<Customer, "id" | "name" | "status" | "createdAt">;
}) {
  return (
    <div className="space-y-3">
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-2 wrap-anywhere">
            {name}
            {status === "closed" && <Badge tone="warn">Closed</Badge>}
          </span>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <CopyId id={id} label="account id" />
            <span>
              Opened <UtcTime at={createdAt} />
            </span>
            <TextLink href={`/admin/audit?of=accounts&account=${id}`}>Audit log</TextLink>
            <TextLink href={`/admin/emails?account=${id}`}>E-mails</TextLink>
          </span>
        }
        actions={
          <>
            <LinkButton href={`/admin/grants/new?account=${id}`}>{KIND_NAMES.grant.verb}</LinkButton>
            <LinkButton href={`/admin/corrections/new?account=${id}`}>
              {KIND_NAMES.correction.verb}
            </LinkButton>
            <ViewDialog accountId={id} name={name} />
          </>
        }
      />
      <LinkTabs
        label="Account"
        tabs={TABS.map(([path, label]) => ({ href: `/admin/accounts/${id}${path}`, label }))}
      />
    </div>
  );
}
