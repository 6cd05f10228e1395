import { Amount } from "@/components/ui/amount";
import { negate, parseScaled, formatScaled, nano } from "@/lib/values/money";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

/** Available now − the most that it costs = available then; rounded so that it adds up as it is read. */
export function Remainder({
  available,
  amount,
  after,
  unit,
  amountName,
}: {
  available: string;
  amount: string;
  after: string;
  unit: Unit;
  /** What the amount in the middle is. */
  amountName: string;
}) {
  const [shownAmount = amount, shownAfter = after] = unit === "credit" ? roundToSum([amount, after]) : [];
  const rows = [
    { name: "Available now", value: available, shown: available },
    { name: amountName, value: minus(amount), shown: minus(shownAmount) },
  ];
  return (
    <table className="w-full text-sm">
      <tbody>
        {rows.map(({ name, value, shown }) => (
          <tr key={name}>
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {name}
            </th>
            <td className="py-1 text-right">
              <Amount value={value} shown={shown} unit={unit} aligned />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t border-line-strong">
        <tr>
          <th scope="row" className="py-1.5 pr-4 text-left font-medium">
            Available then ({unitName(unit)})
          </th>
          <td className="py-1.5 text-right font-medium">
            <Amount value={after} shown={shownAfter} unit={unit} aligned />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function minus(amount: string): string {
  return formatScaled(negate(nano(parseScaled(amount, 9))), 9);
}
