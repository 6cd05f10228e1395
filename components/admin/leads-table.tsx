"use client";

import { MessagesSquare } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { TextLink } from "@/components/ui/text-link";
import { useSubmit } from "@/components/ui/use-submit";
import { UtcTime } from "@/components/ui/utc-time";
import { saveLeadStatus } from "@/lib/purchases/actions";
import type { LeadStatus, LeadView } from "@/lib/purchases/leads";
import { AccountCell } from "./account-cell";
import { linkWith } from "./link-with";
import { told } from "./told";

const STATUSES: Readonly<Record<LeadStatus, string>> = {
  new: "New",
  contacted: "Contacted",
  won: "Won",
  lost: "Lost",
};

/** People who want to talk about volume, and how far each talk is. */
export function LeadsTable({ leads }: { leads: readonly LeadView[] }) {
  return (
    <DataTable
      caption="Leads"
      hasManyColumns
      rows={leads}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={MessagesSquare} title="No leads yet">
          Requests sent with “Talk to sales” appear here, and operators get an e-mail.
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "When (UTC)",
          narrow: "meta",
          cell: ({ createdAt }) => <UtcTime column at={createdAt} />,
        },
        {
          key: "who",
          head: "Who",
          narrow: "title",
          cell: ({ name, email, company, volume, message }) => (
            <span className="block max-w-64 wide:py-1.5">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-xs text-ink-muted">
                {email}
                {company && `, ${company}`}
              </span>
              <span className="hidden text-xs break-words whitespace-pre-line text-ink narrow:block">
                {volume} {message}
              </span>
            </span>
          ),
        },
        {
          key: "account",
          head: "Account",
          narrow: "meta-value",
          cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
        },
        {
          key: "what",
          head: "What",
          cell: ({ volume, message }) => (
            <span className="block max-w-md wide:py-1.5 text-xs break-words whitespace-pre-line">
              {volume && <strong className="font-medium">{volume}. </strong>}
              {message}
            </span>
          ),
        },
        {
          key: "status",
          head: "Status",
          narrow: "value",
          cell: (lead) => (
            <span className="flex flex-col items-start gap-1.5 wide:py-1.5 narrow:items-end">
              <Status lead={lead} />
              {lead.status !== "lost" && (
                <TextLink
                  href={linkWith("/admin/contracts/new", { account: lead.accountId, lead: lead.id })}
                  className="text-xs"
                  aria-label={`Begin a contract with ${lead.accountName}`}
                >
                  Begin a contract
                </TextLink>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function Status({ lead: { accountId, id, status, name } }: { lead: LeadView }) {
  const { submit, busy } = useSubmit(
    (next: LeadStatus) => told(saveLeadStatus({ accountId, id, status: next })),
    () => toast.success("Saved"),
  );
  return (
    <Select
      aria-label={`Status of ${name}`}
      value={status}
      disabled={busy}
      onChange={(event) => submit(event.target.value as LeadStatus)}
      className="w-32"
    >
      {Object.entries(STATUSES).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
}
