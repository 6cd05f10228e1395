import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import type { AccountCredit } from "@/lib/reports/liability/read-liability";
import { plural } from "@/lib/values/display/count";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { formatCredits } from "@/lib/values/money";

const POOLS = ["paid", "free", "owed"] as const;
type Pool = (typeof POOLS)[number];

/** Amounts as decimal strings; no id for what sums the accounts that are not shown. */
type Line = { id: string | null; name: string } & Record<Pool, string>;

/** Who has the most paid credit left: so many by name, the others in one line, and what all of them have. */
export function AccountsCredit({ accounts, most }: { accounts: readonly AccountCredit[]; most: number }) {
  const all = accounts.map(({ id, name, ...credit }) => ({ id, name, ...inCredits(credit) }));
  const others = all.slice(most);
  const lines: Line[] = all.slice(0, most);
  if (others.length > 0)
    lines.push({
      id: null,
      name: plural(others.length, "other account"),
      ...sums(others),
    });
  const total = sums(lines);
  const shown = Object.fromEntries(
    POOLS.map((pool) => [pool, roundToSum(lines.map((line) => line[pool]))]),
  ) as Record<Pool, string[]>;
  const cell = (line: Line, pool: Pool) => (
    <Amount value={line[pool]} shown={shown[pool][lines.indexOf(line)] ?? line[pool]} aligned />
  );
  const foot = (pool: Pool) => <Amount value={total[pool]} aligned />;
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

function inCredits({ paid, free, owed }: Pick<AccountCredit, Pool>): Record<Pool, string> {
  return { paid: formatCredits(paid), free: formatCredits(free), owed: formatCredits(owed) };
}

function sums(lines: readonly Record<Pool, string>[]): Record<Pool, string> {
  const of = (pool: Pool) => sumOf(lines.map((line) => line[pool]));
  return { paid: of("paid"), free: of("free"), owed: of("owed") };
}
