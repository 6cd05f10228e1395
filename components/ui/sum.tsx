import type { ReactNode } from "react";
import { displaySum } from "@/lib/values/display/amount";

/** A small sum, exact to the last decimal, with its line: what there was, and what was added to it (+) or taken (−). Without a total, all of it was. */
export function Sum({
  rows,
  total,
  alike = [],
}: {
  rows: readonly (readonly [ReactNode, string])[];
  total?: readonly [string, string];
  /** Amounts of another sum in sight, with which it shares its decimals. */
  alike?: readonly string[];
}) {
  const own = [...rows.map(([, amount]) => amount), ...(total ? [total[1]] : [])];
  const amounts = displaySum([...own, ...alike]).slice(0, own.length);
  return (
    <table className="w-full text-sm">
      <tbody>
        {rows.map(([name, amount], index) => (
          <tr key={index}>
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {name}
            </th>
            <td className="py-1 text-right whitespace-nowrap tabular-nums">
              {isAdded(amount, total !== undefined && index === 0) && "+"}
              {amounts[index]}
            </td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot className="border-t border-line-strong font-medium">
          <tr>
            <th scope="row" className="py-1.5 pr-4 text-left font-medium">
              {total[0]}
            </th>
            <td className="py-1.5 text-right whitespace-nowrap tabular-nums">{amounts.at(-1)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function isAdded(amount: string, isFirst: boolean): boolean {
  return !isFirst && amount !== "0" && !amount.startsWith("-");
}
