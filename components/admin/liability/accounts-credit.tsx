import { cn } from "@/components/ui/cn";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import type { AccountCredit } from "@/lib/reports/liability/read-liability";
import { POOLS } from "@/lib/reports/liability/rules/pools";
import { deferredCents } from "@/lib/reports/liability/rules/by-account";
import { plural } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import { summed, sumOf } from "./summed";

/** Who has the most paid credit left, and what of it is still to be earned: so many by name, the others in one line, and what all of them have. */
export function AccountsCredit({ accounts, most }: { accounts: readonly AccountCredit[]; most: number }) {
  const deferred = deferredCents(accounts);
  const all = accounts.map((account, at) => ({ ...account, deferred: deferred[at] ?? 0n }));
  const others = all.slice(most);
  const lines: (Omit<AccountCredit, "id" | "worth"> & { id: string | null; deferred: bigint })[] = all.slice(
    0,
    most,
  );
  const centsOfAll = (of: readonly { deferred: bigint }[]) =>
    of.reduce((sum, each) => sum + each.deferred, 0n);
  if (others.length > 0)
    lines.push({
      id: null,
      name: plural(others.length, "other account"),
      ...{ paid: sumOf(others, "paid"), free: sumOf(others, "free"), owed: sumOf(others, "owed") },
      ...{ ahead: sumOf(others, "ahead"), deferred: centsOfAll(others) },
    });
  const { cell, foot } = summed(lines, [...POOLS, "ahead"]);
  const usd = (cents: bigint) => displayUsd(formatScaled(cents, 2));
  return (
    <DataTable
      hasManyColumns
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
            <span className={cn("block max-w-72 wrap-anywhere", id === null && "text-ink-muted")}>
              {name}
            </span>
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
          head: "Paid (ECU)",
          unit: "ECU",
          align: "right",
          narrow: "meta-value",
          cell: (line) => cell(line, "paid"),
          foot: foot("paid"),
        },
        {
          key: "free",
          head: "Promotional (ECU)",
          align: "right",
          cell: (line) => cell(line, "free"),
          foot: foot("free"),
        },
        {
          key: "owed",
          head: "Negative (ECU)",
          align: "right",
          cell: (line) => cell(line, "owed"),
          foot: foot("owed"),
        },
        {
          key: "ahead",
          head: "Charged ahead (ECU)",
          align: "right",
          cell: (line) => cell(line, "ahead"),
          foot: foot("ahead"),
        },
        {
          key: "deferred",
          head: "Deferred (USD)",
          align: "right",
          narrow: "value",
          cell: (line) => usd(line.deferred),
          foot: usd(centsOfAll(lines)),
        },
      ]}
    />
  );
}
