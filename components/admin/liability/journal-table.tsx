import { DataTable } from "@/components/ui/data-table";
import type { NamedAccount } from "@/lib/reports/liability/journal-accounts";
import type { JournalLine } from "@/lib/reports/liability/rules/journal";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";

/** What the month's journal moves, by account: debit = credit. */
export function JournalTable({
  lines,
  accounts,
}: {
  lines: readonly JournalLine[];
  accounts: readonly NamedAccount[];
}) {
  const sum = (of: readonly JournalLine[], side: "debitCents" | "creditCents") =>
    of.reduce((total, line) => total + line[side], 0n);
  const rows = accounts
    .map((account) => ({ ...account, lines: lines.filter((line) => line.account === account.name) }))
    .filter((account) => account.lines.length > 0);
  const usd = (cents: bigint) => displayUsd(formatScaled(cents, 2));
  // The side on which an account has nothing stays empty, as in a journal on paper.
  const usdOrNothing = (cents: bigint) => (cents === 0n ? null : usd(cents));
  return (
    <DataTable
      caption="The month’s journal by account"
      rows={rows}
      rowKey={({ name }) => name}
      empty={<p className="px-5 py-6 text-sm text-ink-muted">Nothing moved in this month.</p>}
      columns={[
        {
          key: "code",
          head: "Code",
          narrow: "meta",
          cell: ({ code }) => <span className="font-mono text-xs">{code}</span>,
        },
        {
          key: "title",
          head: "Account",
          narrow: "title",
          cell: ({ title }) => title,
          foot: "Total",
        },
        {
          key: "debit",
          head: "Debit (USD)",
          align: "right",
          narrow: "value",
          word: "debit",
          cell: (row) => usdOrNothing(sum(row.lines, "debitCents")),
          foot: usd(sum(lines, "debitCents")),
        },
        {
          key: "credit",
          head: "Credit (USD)",
          align: "right",
          narrow: "meta-value",
          word: "credit",
          cell: (row) => usdOrNothing(sum(row.lines, "creditCents")),
          foot: usd(sum(lines, "creditCents")),
        },
      ]}
    />
  );
}
