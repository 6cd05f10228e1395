import { DataTable } from "@/components/ui/data-table";
import { PAPERS, type PaperName, type RegisterLine } from "@/lib/reports/register/rules/papers";
import { displayCount } from "@/lib/values/display/count";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";

const NAMES: Readonly<Record<PaperName, string>> = {
  receipt: "Receipts",
  credit_note: "Credit notes",
  cancellation: "Credit notes cancelled",
};

/** What was written in a month: how many papers of each kind, from which number to which, and what they come to. */
export function RegisterTable({ lines }: { lines: readonly RegisterLine[] }) {
  const rows = PAPERS.map((paper) => ({ paper, lines: lines.filter((line) => line.paper === paper) })).filter(
    (row) => row.lines.length > 0,
  );
  const sum = (of: readonly RegisterLine[], name: "gross" | "tax" | "net") =>
    displayUsd(
      formatScaled(
        of.reduce((total, line) => total + line[name], 0n),
        2,
      ),
    );
  return (
    <DataTable
      caption="The month’s receipts and credit notes"
      rows={rows}
      rowKey={({ paper }) => paper}
      empty={<p className="px-5 py-6 text-sm text-ink-muted">Nothing was paid or paid back in this month.</p>}
      columns={[
        {
          key: "paper",
          head: "Paper",
          narrow: "title",
          className: "wide:whitespace-nowrap",
          cell: ({ paper }) => NAMES[paper],
          foot: "Total",
        },
        {
          key: "numbers",
          head: "Numbers",
          narrow: "meta",
          className: "wide:w-full",
          cell: ({ paper, lines: own }) => {
            const [first, last] = [own[0]?.number, own.at(-1)?.number];
            // Those that were cancelled are no row of numbers.
            if (paper === "cancellation") return own.length === 1 ? first : null;
            return first === last ? first : `${first} – ${last}`;
          },
        },
        {
          key: "count",
          head: "Count",
          align: "right",
          cell: ({ lines: own }) => displayCount(own.length),
        },
        {
          key: "net",
          head: "Before tax (USD)",
          align: "right",
          className: "whitespace-nowrap",
          cell: ({ lines: own }) => sum(own, "net"),
          foot: sum(lines, "net"),
        },
        {
          key: "tax",
          head: "Tax (USD)",
          align: "right",
          className: "whitespace-nowrap",
          narrow: "meta-value",
          word: "tax",
          cell: ({ lines: own }) => sum(own, "tax"),
          foot: sum(lines, "tax"),
        },
        {
          key: "gross",
          head: "With tax (USD)",
          align: "right",
          narrow: "value",
          className: "whitespace-nowrap",
          cell: ({ lines: own }) => sum(own, "gross"),
          foot: sum(lines, "gross"),
        },
      ]}
    />
  );
}
