import { cn } from "@/components/ui/cn";
import { addedName, isUse, kindName, type Sums, usedName } from "@/lib/reports/statements/rules/row-kind";
import type { StatementDocument } from "@/lib/reports/statements/schema";
import { displaySum, MINUS } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import { displayDay } from "@/lib/values/display/time";

interface Line {
  name: string;
  rows: string;
  amount: string;
  sign: "" | "+" | "−";
  look: "part" | "sum" | "balance";
}

/** The statement as a bank writes it: what was there, what came by kind, what went by kind, what is left. Exact, on the decimal point. */
export function AccountLines({ document }: { document: StatementDocument }) {
  const { period, opening, closing, added, used, by_kind: kinds, unit } = document;
  // A refund of money or a dispute takes credit that nobody has used.
  const sums: Sums = {
    isAllUse: kinds.every(({ kind, used: part }) => part === "0" || isUse(kind)),
    givesBack: kinds.some(
      ({ kind, added: part }) => part !== "0" && (kind === "charge_refund" || kind === "payment_refund"),
    ),
  };
  const part = (name: "added" | "used", sign: "+" | "−"): Line[] =>
    kinds
      .filter((sums) => sums[name] !== "0")
      .map((sums) => ({
        name: kindName(sums.kind, name),
        rows: displayCount(sums[`${name}_rows`]),
        amount: sums[name],
        sign,
        look: "part",
      }));
  const lines: Line[] = [
    {
      name: `Opening balance, ${displayDay(period.from)}`,
      rows: "",
      amount: opening,
      sign: "",
      look: "balance",
    },
    ...part("added", "+"),
    { name: addedName(sums), rows: "", amount: added, sign: "+", look: "sum" },
    ...part("used", "−"),
    { name: usedName(sums), rows: "", amount: used, sign: "−", look: "sum" },
  ];
  const end = period.is_over ? displayDay(period.to) : `${displayDay(period.to)}, so far`;
  const amounts = displaySum([...lines.map(({ amount }) => amount), closing]);
  return (
    <table className="mt-6 w-full text-sm">
      <caption className="sr-only">Opening balance, what was added, what was used, closing balance</caption>
      <thead>
        <tr className="text-xs text-ink-muted">
          <th scope="col" className="pb-1 text-left font-medium">
            {unit === "credit" ? "Credits" : "Tool runs"}
          </th>
          <th scope="col" className="pb-1 pl-4 text-right font-medium max-sm:hidden">
            Transactions
          </th>
          <th scope="col" className="pb-1 pl-4 text-right font-medium">
            {unit === "credit" ? "ECU" : "Runs"}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, rows, sign, look }, index) => (
          <tr key={`${name}${sign}`} className={cn(look !== "part" && "border-t font-medium")}>
            <th
              scope="row"
              className={cn(
                "py-1 text-left",
                look === "part" ? "pl-4 font-normal text-ink-muted" : "font-medium",
              )}
            >
              {name}
            </th>
            <td className="py-1 pl-4 text-right text-ink-muted tabular-nums max-sm:hidden">{rows}</td>
            <td
              className={cn(
                "py-1 pl-4 text-right whitespace-nowrap tabular-nums",
                look === "part" && "text-ink-muted",
              )}
            >
              {signed(amounts[index] ?? "", sign)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t-2 border-line-strong font-semibold sm:text-base">
          <th scope="row" className="pt-2 text-left">
            Closing balance, {end}
          </th>
          <td className="max-sm:hidden" />
          <td className="pt-2 pl-4 text-right whitespace-nowrap tabular-nums">{amounts.at(-1)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function signed(amount: string, sign: Line["sign"]): string {
  if (/^0(\.0+)?$/.test(amount)) return amount;
  return sign === "−" ? MINUS + amount : sign + amount;
}
