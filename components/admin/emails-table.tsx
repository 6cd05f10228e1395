import { Mails } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { EmailRow } from "@/lib/backoffice/emails/list-emails";
import { sentenceOf } from "@/lib/values/display/sentence";
import { AccountCell } from "./account-cell";
import { ResendButton } from "./resend-button";

const TONES: Readonly<Record<EmailRow["status"], Tone>> = { queued: "warn", sent: "good", failed: "bad" };

/** Who was told what, and whether it arrived at their mail server. */
export function EmailsTable({
  rows,
  filtered,
  linkTo,
  open,
}: {
  rows: readonly EmailRow[];
  filtered: boolean;
  /** The page with a mail open. */
  linkTo: Readonly<Record<string, string>>;
  open: string | undefined;
}) {
  return (
    <DataTable
      hasManyColumns
      caption="E-mails"
      rows={rows}
      rowKey={({ id }) => id}
      isCurrent={({ id }) => id === open}
      empty={
        <EmptyState icon={Mails} title={filtered ? "No e-mail is like that" : "No e-mail was written yet"}>
          {filtered
            ? "Addresses are found by how they begin. Clear the filters to see all."
            : "The first one goes out when somebody signs up."}
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          head: "Written (UTC)",
          narrow: "meta",
          cell: ({ createdAt }) => <UtcTime column at={createdAt} />,
        },
        {
          key: "what",
          head: "Subject",
          narrow: "title",
          cell: ({ id, subject, template, recipient, accountName, lastError, status }) => (
            <span className="block max-w-md wrap-anywhere wide:py-1.5">
              <TextLink href={(linkTo[id] ?? "") as "/"} scroll={false} className="font-medium break-words">
                {subject}
              </TextLink>
              <span className="block text-xs text-ink-muted">{sentenceOf(template)}</span>
              <span className="hidden text-xs break-words text-ink-muted narrow:block">
                to {recipient}
                {accountName && `, ${accountName}`}
              </span>
              {status !== "sent" && lastError && (
                <span className="block text-xs break-words text-bad">{lastError}</span>
              )}
            </span>
          ),
        },
        {
          key: "to",
          head: "To",
          cell: ({ recipient }) => (
            <span className="block max-w-64 truncate" title={recipient}>
              {recipient}
            </span>
          ),
        },
        {
          key: "account",
          head: "Account",
          cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
        },
        {
          key: "status",
          head: "Status",
          narrow: "value",
          cell: ({ status, attempts }) => (
            <>
              <Badge tone={TONES[status]}>{status}</Badge>
              {attempts > 1 && <span className="ml-1 text-xs text-ink-muted">tried {attempts} times</span>}
            </>
          ),
        },
        {
          key: "do",
          head: <span className="sr-only">What can be done</span>,
          align: "right",
          narrow: "meta-value",
          cell: ({ id, status, recipient }) =>
            status !== "queued" && <ResendButton id={id} recipient={recipient} />,
        },
      ]}
    />
  );
}
