import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { CreditNoteLine } from "@/lib/purchases/list-papers";
import { MINUS } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";

/** What was paid back, newest first: each row opens its credit note. */
export function CreditNotesTable({
  rows,
  creditValue,
}: {
  rows: readonly CreditNoteLine[];
  creditValue: string;
}) {
  const columns: Column<CreditNoteLine>[] = [
    {
      key: "date",
      head: "Date (UTC)",
      narrow: "meta",
      className: "wide:w-48 wide:text-ink-muted",
      cell: ({ created_at }) => <UtcTime column at={created_at} className="relative" />,
    },
    {
      key: "number",
      head: "Number",
      narrow: "title",
      className: "wide:w-full",
      cell: ({ number, receipt, transaction_id: id, is_canceled: isCanceled }) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <RowLink href={`/billing/receipts/${id}`}>{number}</RowLink>
          <span className="text-ink-muted">of receipt {receipt}</span>
          {isCanceled && <Badge>Cancelled</Badge>}
        </span>
      ),
    },
    {
      key: "paid_back",
      head: "Paid back (USD)",
      align: "right",
      narrow: "value",
      className: "whitespace-nowrap wide:w-32 tabular-nums",
      cell: ({ paid_back: usd }) => MINUS + displayUsd(usd),
    },
    {
      key: "credits",
      head: "Credit (ECU)",
      align: "right",
      narrow: "meta-value",
      className: "wide:w-36 wide:whitespace-nowrap",
      cell: ({ credits }) => (
        <Amount value={credits} unit="credit" creditValue={creditValue} signed aligned className="relative" />
      ),
    },
  ];
  return (
    <div className="rounded-lg border bg-surface">
      <DataTable
        caption="Credit notes, newest first"
        columns={columns}
        rows={rows}
        rowKey={({ number }) => number}
        empty={null}
      />
    </div>
  );
}
