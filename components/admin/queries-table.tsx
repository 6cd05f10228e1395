import { DatabaseZap } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { QueryRow } from "@/lib/backoffice/queries/list-all-queries";
import { displayCount } from "@/lib/values/display/count";
import { AccountCell } from "./account-cell";

/** Look-ups in free public data: they cost nothing and are in no ledger. */
export function QueriesTable({ rows, filtered }: { rows: readonly QueryRow[]; filtered: boolean }) {
  return (
    <DataTable
      caption="Data queries"
      rows={rows}
      rowKey={({ accountId, id }) => `${accountId} ${id}`}
      empty={
        <EmptyState icon={DatabaseZap} title={filtered ? "No query is like that" : "No queries yet"}>
          {filtered ? (
            "Clear the filters to see all."
          ) : (
            <>
              Services report them to <code className="whitespace-nowrap">POST /api/v1/data-queries</code>.
              They are free and change no balance.
            </>
          )}
        </EmptyState>
      }
      columns={[
        { key: "when", head: "When (UTC)", narrow: "meta", cell: ({ at }) => <UtcTime column at={at} /> },
        {
          key: "account",
          head: "Account",
          narrow: "meta-value",
          cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
        },
        {
          key: "provider",
          head: "Provider",
          narrow: "title",
          cell: ({ provider, dataset }) => (
            <span className="block max-w-64">
              <span className="block truncate font-medium">{provider}</span>
              {dataset && <span className="block truncate text-xs text-ink-muted">{dataset}</span>}
            </span>
          ),
        },
        {
          key: "query",
          head: "Query",
          cell: ({ query }) => (
            <span className="block max-w-md truncate font-mono text-xs" title={query}>
              {query}
            </span>
          ),
        },
        { key: "feature", head: "Feature", cell: ({ feature }) => feature },
        {
          key: "member",
          head: "Member",
          cell: ({ member }) => <span className="block max-w-40 truncate">{member}</span>,
        },
        {
          key: "rows",
          head: "Rows",
          align: "right",
          narrow: "value",
          cell: ({ resultRows }) => (resultRows === null ? "—" : displayCount(resultRows)),
        },
      ]}
    />
  );
}
