import { Amount } from "@/components/ui/amount";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";

/**
 * Cells and foot of columns of credit, each of which adds up to its foot as it is shown.
 * @param words what a column is called where there are no heads
 */
export function summed<Key extends string, Row extends Readonly<Record<Key, Nano>>>(
  rows: readonly Row[],
  keys: readonly Key[],
  words?: Readonly<Partial<Record<Key, string>>>,
) {
  const shown = new Map(keys.map((key) => [key, roundToSum(rows.map((row) => formatCredits(row[key])))]));
  const amount = (key: Key, value: Nano, rounded?: string) => (
    <>
      {words?.[key] && <span className="wide:hidden">{words[key]} </span>}
      <Amount value={formatCredits(value)} shown={rounded} aligned />
    </>
  );
  return {
    cell: (row: Row, key: Key) => amount(key, row[key], shown.get(key)?.[rows.indexOf(row)]),
    foot: (key: Key) => amount(key, sumOf(rows, key)),
  };
}

/** What a column comes to, exactly. */
export function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, Nano>>[], key: Key): Nano {
  return rows.reduce((sum, row) => add(sum, row[key]), ZERO);
}
