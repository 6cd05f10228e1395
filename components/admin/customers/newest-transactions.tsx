import { transactionColumns } from "@/components/billing/transaction-columns";
import { DataTable } from "@/components/ui/data-table";
import type { TransactionRow } from "@/lib/ledger/types";

/** The last that moved its credit; each row is explained on the page of all of them. */
export function NewestTransactions({
  rows,
  creditValue,
  page,
}: {
  rows: readonly TransactionRow[];
  creditValue: string;
  page: string;
}) {
  return (
    <DataTable
      caption="Newest transactions"
      columns={transactionColumns(page, creditValue, new URLSearchParams())}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="px-5 py-5 text-sm text-ink-muted">Nothing has moved its credit yet.</p>}
    />
  );
}
