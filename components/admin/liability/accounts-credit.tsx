import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import type { AccountCredit } from "@/lib/reports/liability/read-liability";
import { formatCredits, type Nano } from "@/lib/values/money";

/** Who has the most paid credit left. */
export function AccountsCredit({ accounts }: { accounts: readonly AccountCredit[] }) {
  const amount = (value: Nano) => <Amount value={formatCredits(value)} aligned />;
  return (
    <DataTable
      caption="Credit by account"
      rows={accounts}
      rowKey={({ id }) => id}
      empty={
        <p className="px-5 py-6 text-sm text-ink-muted">No account has credit at the end of this month.</p>
      }
      columns={[
        {
          key: "name",
          head: "Account",
          narrow: "title",
          cell: ({ name }) => <span className="break-words">{name}</span>,
        },
        {
          key: "id",
          head: "Account ID",
          narrow: "meta",
          cell: ({ id }) => <CopyId id={id} label="account id" />,
        },
        { key: "paid", head: "Paid", align: "right", narrow: "value", cell: ({ paid }) => amount(paid) },
        {
          key: "free",
          head: "Promotional",
          align: "right",
          narrow: "meta-value",
          cell: ({ free }) => amount(free),
        },
        { key: "owed", head: "Negative", align: "right", cell: ({ owed }) => amount(owed) },
      ]}
    />
  );
}
