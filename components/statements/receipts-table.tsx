import { Receipt } from "lucide-react";
import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { TypeBadge } from "@/components/billing/type-badge";
import { LinkButton } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { TransactionRow } from "@/lib/ledger/types";
import { displayDescription } from "@/lib/values/display/description";

/** What added credit, newest first: each row opens its receipt. */
export function ReceiptsTable({
  rows,
  numbers,
  creditValue,
}: {
  rows: readonly TransactionRow[];
  /** Of those that are receipts of money, by their ids. */
  numbers: ReadonlyMap<string, string>;
  creditValue: string;
}) {
  const columns: Column<TransactionRow>[] = [
    {
      key: "date",
      head: "Date (UTC)",
      narrow: "meta",
      className: "wide:w-48 wide:text-ink-muted",
      cell: ({ id, created_at }) => (
        <>
          {numbers.has(id) && <span className="block wide:hidden">{numbers.get(id)}</span>}
          <UtcTime column at={created_at} className="relative" />
        </>
      ),
    },
    {
      key: "type",
      head: "Type",
      className: "wide:w-34",
      cell: ({ type }) => <TypeBadge type={type} />,
    },
    {
      key: "number",
      head: "Number",
      className: "wide:w-28 wide:whitespace-nowrap",
      cell: ({ id }) => numbers.get(id) ?? <span className="text-ink-muted">—</span>,
    },
    {
      key: "description",
      head: "Description",
      narrow: "title",
      className: "wide:max-w-0 wide:w-full",
      cell: ({ id, description }) => (
        <Link
          href={`/billing/receipts/${id}`}
          prefetch={false}
          title={description}
          className="block narrow:line-clamp-2 narrow:break-words wide:truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
        >
          {displayDescription(description)}
        </Link>
      ),
    },
    {
      key: "amount",
      head: "Amount",
      align: "right",
      narrow: "value",
      className: "wide:w-36",
      cell: ({ amount, unit }) => (
        <Amount value={amount} unit={unit} creditValue={creditValue} signed aligned className="relative" />
      ),
    },
  ];
  return (
    <div className="rounded-lg border bg-surface">
      <DataTable
        caption="Receipts of added credit, newest first"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={Receipt}
            title="No receipts yet"
            actions={<LinkButton href="/billing/buy">Add credit</LinkButton>}
          >
            What is bought or granted has its receipt here.
          </EmptyState>
        }
      />
    </div>
  );
}
