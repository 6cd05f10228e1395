import { Amount } from "@/components/ui/amount";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";

/** Cells and foot of columns of credit, each of which adds up to its foot as it is shown. */
export function summed<Key extends string, Row extends Readonly<Record<Key, Nano>>>(
  rows: readonly Row[],
  keys: readonly Key[],
) {
  const shown = new Map(keys.map((key) => [key, roundToSum(rows.map((row) => formatCredits(row[key])))]));
  return {
    cell: (row: Row, key: Key) => (
      <Amount value={formatCredits(row[key])} shown={shown.get(key)?.[rows.indexOf(row)]} aligned />
    ),
    foot: (key: Key) => <Amount value={formatCredits(sumOf(rows, key))} aligned />,
  };
}

/** What a column comes to, exactly. */
export function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, Nano>>[], key: Key): Nano {
  return rows.reduce((sum, row) => add(sum, row[key]), ZERO);
}
