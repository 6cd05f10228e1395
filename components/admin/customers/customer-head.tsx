import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { StatCard } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { Customer } from "@/lib/backoffice/accounts/read-customer";
import { displayAmount } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";
import { ViewDialog } from "./view-dialog";

/** Who it is, what is left, and what an operator does most. */
export function CustomerHead({ customer: { id, name, status, createdAt, wallet } }: { customer: Customer }) {
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-xl font-semibold tracking-tight break-words">
            {name}
            {status === "closed" && <Badge tone="warn">closed</Badge>}
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
            <CopyId id={id} label="account id" />
            <span>
              Opened <UtcTime at={createdAt} />
            </span>
            <TextLink href={`/admin/audit?of=accounts&account=${id}`}>Audit log</TextLink>
            <TextLink href={`/admin/emails?account=${id}`}>E-mails</TextLink>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/admin/grants/new?account=${id}`}>Give credit</LinkButton>
          <LinkButton href={`/admin/corrections/new?account=${id}`}>Correct the balance</LinkButton>
          <ViewDialog accountId={id} name={name} />
        </div>
      </div>
      <dl className="grid gap-3 min-[22rem]:grid-cols-2 lg:grid-cols-4">
        <StatCard
          label="Balance, ECU"
          value={<Amount value={wallet.balance} />}
          note={`≈ ${displayUsd(wallet.balance_usd)}`}
        />
        <StatCard label="Held, ECU" value={<Amount value={wallet.held} />} />
        <StatCard label="Available, ECU" value={<Amount value={wallet.available} />} note="balance − held" />
        <StatCard
          label="Tool runs"
          value={<Amount value={wallet.tool_runs.balance} unit="tool_run" />}
          note={`of ${displayAmount(wallet.tool_runs.allocation)} when runs were last added`}
        />
      </dl>
    </div>
  );
}
