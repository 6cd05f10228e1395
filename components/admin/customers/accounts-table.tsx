import { Building2 } from "lucide-react";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { AccountRow } from "@/lib/backoffice/accounts/list-accounts";

/** Accounts with what is left in each. */
export function AccountsTable({ rows, filtered }: { rows: readonly AccountRow[]; filtered: boolean }) {
  return (
    <DataTable
      hasManyColumns
      caption="Accounts"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Building2} title={filtered ? "No account is like that" : "No accounts yet"}>
          {filtered
            ? "Look for a part of the name or of a member’s address, or for the beginning of the account ID."
            : "Whoever signs up opens one."}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          head: "Account",
          narrow: "title",
          cell: ({ id, name, status }) => (
            <span className="flex max-w-80 min-w-0 items-center gap-2">
              <TextLink href={`/admin/accounts/${id}`} className="truncate font-medium">
                {name}
              </TextLink>
              {status === "closed" && <Badge tone="warn">closed</Badge>}
            </span>
          ),
        },
        { key: "id", head: "Account ID", cell: ({ id }) => <CopyId id={id} label="account id" /> },
        {
          key: "plan",
          head: "Plan",
          narrow: "meta-value",
          cell: ({ plan }) => plan ?? <span className="text-ink-muted narrow:hidden">—</span>,
        },
        { key: "members", head: "Members", align: "right", cell: ({ members }) => members },
        {
          key: "runs",
          head: "Tool runs",
          align: "right",
          cell: ({ toolRuns }) => <Amount value={toolRuns} unit="tool_run" />,
        },
        {
          key: "balance",
          head: "Balance (ECU)",
          align: "right",
          narrow: "value",
          unit: "ECU",
          cell: ({ balance }) => <Amount value={balance} aligned />,
        },
        {
          key: "last",
          head: "Last moved (UTC)",
          narrow: "meta",
          cell: ({ lastPostedAt }) => <UtcTime at={lastPostedAt} short />,
        },
      ]}
    />
  );
}
