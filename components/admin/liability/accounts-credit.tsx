import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import type { AccountCredit } from "@/lib/reports/liability/read-liability";
import { POOLS } from "@/lib/reports/liability/rules/pools";
import { plural } from "@/lib/values/display/count";
import { summed, sumOf } from "./summed";

/** Who has the most paid credit left: so many by name, the others in one line, and what all of them have. */
export function AccountsCredit({ accounts, most }: { accounts: readonly AccountCredit[]; most: number }) {
  const others = accounts.slice(most);
  const lines: (Omit<AccountCredit, "id"> & { id: string | null })[] = accounts.slice(0, most);
  if (others.length > 0)
    lines.push({
      id: null,
      name: plural(others.length, "other account"),
      ...{ paid: sumOf(others, "paid"), free: sumOf(others, "free"), owed: sumOf(others, "owed") },
    });
  const { cell, foot } = summed(lines, POOLS, { free: "promotional" });
  return (
    <DataTable
      caption="Credit by account"
      rows={lines}
      rowKey={({ id }) => id ?? "others"}
      empty={
        <p className="px-5 py-6 text-sm text-ink-muted">No account has credit at the end of this month.</p>
      }
      columns={[
        {
          key: "name",
          head: "Account",
          narrow: "title",
          cell: ({ id, name }) => (
            <span className={id === null ? "text-ink-muted" : "break-words"}>{name}</span>
          ),
          foot: "All accounts",
        },
        {
          key: "id",
          head: "Account ID",
          narrow: "meta",
          cell: ({ id }) => id !== null && <CopyId id={id} label="account id" />,
        },
        {
          key: "paid",
          head: "Paid",
          align: "right",
          narrow: "value",
          unit: "ECU",
          cell: (line) => cell(line, "paid"),
          foot: foot("paid"),
        },
        {
          key: "free",
          head: "Promotional",
          align: "right",
          narrow: "meta-value",
          cell: (line) => cell(line, "free"),
          foot: foot("free"),
        },
        {
          key: "owed",
          head: "Negative",
          align: "right",
          cell: (line) => cell(line, "owed"),
          foot: foot("owed"),
        },
      ]}
    />
  );
}
