import { DataTable } from "@/components/ui/data-table";
import type { MatchSum } from "@/lib/reports/bill-match/rules/match";
import { Difference, Dollars } from "./difference";

/** What a bill and our costs come to, by day, model or kind of token. */
export function MatchSums({
  head,
  words,
  sums,
  total,
}: {
  head: string;
  /** How a name reads; without it, names are the bill's own. */
  words?: ((name: string) => string) | undefined;
  sums: readonly MatchSum[];
  total: MatchSum;
}) {
  return (
    <DataTable
      caption={`Bill and costs: ${head}`}
      rows={sums}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          head,
          narrow: "title",
          cell: ({ name }) => words?.(name) ?? <span className="font-mono text-xs break-all">{name}</span>,
          foot: "Total",
        },
        {
          key: "billed",
          head: "Billed",
          align: "right",
          narrow: "meta",
          word: "billed",
          cell: ({ billed }) => <Dollars amount={billed} />,
          foot: <Dollars amount={total.billed} />,
        },
        {
          key: "ours",
          head: "Our cost",
          align: "right",
          narrow: "meta-value",
          word: "ours",
          cell: ({ ours }) => <Dollars amount={ours} />,
          foot: <Dollars amount={total.ours} />,
        },
        {
          key: "difference",
          head: "Difference",
          align: "right",
          narrow: "value",
          cell: ({ difference }) => <Difference amount={difference} />,
          foot: <Difference amount={total.difference} />,
        },
      ]}
    />
  );
}
