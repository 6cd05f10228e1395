import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import type { CreditMonth } from "@/lib/reports/liability/rules/months";
import { type Movement, MOVEMENTS, type Pool, POOLS } from "@/lib/reports/liability/rules/pools";
import { roundWay } from "@/lib/values/display/round-to-sum";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";

const WORDS: Readonly<Record<Movement, string>> = {
  sold: "Sold",
  elsewhere: "Sold elsewhere",
  granted: "Given as promotion",
  used: "Used",
  returned: "Charges given back",
  expired: "Expired",
  refunded: "Refunded at Stripe",
  disputed: "Disputed",
  corrected: "Corrected",
};

const HEADS: Readonly<Record<Pool, string>> = { paid: "Paid", free: "Promotional", owed: "Negative credit" };

type Column = Pool | "all";

interface Line {
  name: string;
  /** Exact, and as they are shown: each column leads from what it opens with to what it closes with. */
  amounts: Readonly<Record<Column, string>>;
  shown?: Readonly<Record<Column, string>>;
  isSum: boolean;
}

/** Opening + what moved = closing, for each kind of credit, so that the sum can be followed with a finger. */
export function RollForward({ month: { pools } }: { month: CreditMonth }) {
  const line = (name: string, of: (pool: Pool) => Nano, isSum = false): Line => ({
    name,
    amounts: columns((column) =>
      formatCredits(column === "all" ? POOLS.reduce((sum, pool) => add(sum, of(pool)), ZERO) : of(column)),
    ),
    isSum,
  });
  const opening = line("Opening", (pool) => pools[pool].opening, true);
  const closing = line("Closing", (pool) => pools[pool].closing, true);
  const moved = MOVEMENTS.map((movement) =>
    line(WORDS[movement], (pool) => pools[pool].moved[movement]),
  ).filter(({ amounts }) => POOLS.some((pool) => amounts[pool] !== "0"));
  const ways = columns((column) =>
    roundWay(
      opening.amounts[column],
      moved.map(({ amounts }) => amounts[column]),
    ),
  );
  const lines = [
    opening,
    ...moved.map((one, at) => ({ ...one, shown: columns((column) => ways[column][at] ?? "0") })),
  ];
  return (
    <DataTable
      caption="How unused credit changed in the month"
      rows={lines}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          head: "In the month (ECU)",
          narrow: "title",
          cell: ({ name, isSum }) => <span className={isSum ? "font-medium" : undefined}>{name}</span>,
          foot: closing.name,
        },
        ...POOLS.map((pool) => ({
          key: pool,
          head: HEADS[pool],
          align: "right" as const,
          narrow: pool === "paid" ? ("meta" as const) : pool === "free" ? ("meta-value" as const) : undefined,
          cell: (row: Line) => <Labelled pool={pool} line={row} />,
          foot: <Labelled pool={pool} line={closing} />,
        })),
        {
          key: "all",
          head: "All",
          align: "right",
          narrow: "value",
          unit: "ECU",
          cell: (row) => <Cell column="all" line={row} />,
          foot: <Cell column="all" line={closing} />,
        },
      ]}
    />
  );
}

function Labelled({ pool, line }: { pool: Pool; line: Line }) {
  return (
    <>
      <span className="wide:hidden">{HEADS[pool].toLowerCase()} </span>
      <Cell column={pool} line={line} />
    </>
  );
}

function Cell({ column, line: { amounts, shown = amounts, isSum } }: { column: Column; line: Line }) {
  return <Amount value={amounts[column]} shown={shown[column]} signed={!isSum} aligned />;
}

function columns<Value>(of: (column: Column) => Value): Record<Column, Value> {
  return { paid: of("paid"), free: of("free"), owed: of("owed"), all: of("all") };
}
