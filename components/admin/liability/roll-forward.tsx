import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { type Movement, MOVEMENTS, type Pool, POOLS } from "@/lib/reports/liability/rules/pools";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";

const WORDS: Readonly<Record<Movement, string>> = {
  sold: "Sold",
  elsewhere: "Sold elsewhere",
  granted: "Given as promotion",
  used: "Used",
  returned: "Usage reversed",
  expired: "Expired",
  refunded: "Refunded at Stripe",
  disputed: "Disputed",
  corrected: "Corrected",
};

const HEADS: Readonly<Record<Pool, string>> = { paid: "Paid", free: "Promotional", owed: "Negative credit" };

interface Line {
  name: string;
  amounts: Readonly<Record<Pool, Nano>>;
  isSum: boolean;
}

/** Opening + what moved = closing, for each kind of credit, so that the sum can be followed with a finger. */
export function RollForward({ month: { pools } }: { month: CreditMonth }) {
  const line = (name: string, of: (pool: Pool) => Nano, isSum = false): Line => ({
    name,
    amounts: { paid: of("paid"), free: of("free"), owed: of("owed") },
    isSum,
  });
  const moved = MOVEMENTS.map((movement) => line(WORDS[movement], (pool) => pools[pool].moved[movement]));
  const lines = [
    line("Opening", (pool) => pools[pool].opening, true),
    ...moved.filter(({ amounts }) => POOLS.some((pool) => amounts[pool] !== ZERO)),
  ];
  const closing = line("Closing", (pool) => pools[pool].closing, true);
  return (
    <DataTable
      caption="How unused credit changed in the month"
      rows={lines}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          head: "ECU",
          narrow: "title",
          cell: ({ name, isSum }) => <span className={isSum ? "font-medium" : undefined}>{name}</span>,
          foot: closing.name,
        },
        ...POOLS.map((pool) => ({
          key: pool,
          head: HEADS[pool],
          align: "right" as const,
          narrow: pool === "paid" ? ("meta" as const) : pool === "free" ? ("meta-value" as const) : undefined,
          cell: (row: Line) => <Labelled pool={pool} amount={row.amounts[pool]} signed={!row.isSum} />,
          foot: <Labelled pool={pool} amount={closing.amounts[pool]} signed={false} />,
        })),
        {
          key: "all",
          head: "All",
          align: "right",
          narrow: "value",
          cell: (row) => <Amount value={formatCredits(allOf(row))} signed={!row.isSum} aligned />,
          foot: <Amount value={formatCredits(allOf(closing))} aligned />,
        },
      ]}
    />
  );
}

function Labelled({ pool, amount, signed }: { pool: Pool; amount: Nano; signed: boolean }) {
  return (
    <>
      <span className="wide:hidden">{HEADS[pool].toLowerCase()} </span>
      <Amount value={formatCredits(amount)} signed={signed} aligned />
    </>
  );
}

function allOf({ amounts }: Line): Nano {
  return POOLS.reduce((sum, pool) => add(sum, amounts[pool]), ZERO);
}
