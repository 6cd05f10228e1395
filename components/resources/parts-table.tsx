import { Amount } from "@/components/ui/amount";
import type { PartRow } from "@/lib/deployments/read-hosted";
import { displayAmount } from "@/lib/values/display/amount";
import { displayDuration } from "@/lib/values/display/duration";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { hardwareName } from "@/lib/metering/rules/meter-names";

/** What something ran on: each part with its count, its time and its credits, and what they come to. */
export function PartsTable({
  parts,
  metered,
  total,
}: {
  parts: readonly PartRow[];
  /** Calls that name the resource, beside its time. */
  metered: string;
  total: string;
}) {
  const shown = roundToSum([...parts.map(({ credits }) => credits), metered]);
  return (
    <table className="w-full text-sm">
      <thead className="text-xs text-ink-muted">
        <tr className="border-b">
          <th scope="col" className="py-1.5 pr-3 text-left font-medium">
            Hardware
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right font-medium">
            Time
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Credits (ECU)
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {parts.map((part, index) => (
          <tr key={index}>
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              {titleOf(part)}
              <span className="block text-xs text-ink-muted">{priceOf(part)}</span>
            </th>
            <td className="py-2 pr-3 text-right align-top whitespace-nowrap tabular-nums">
              {part.meter === "floor" ? "" : displayDuration(part.seconds)}
            </td>
            <td className="py-2 text-right align-top">
              <Amount value={part.credits} shown={shown[index] ?? part.credits} aligned />
            </td>
          </tr>
        ))}
        {metered !== "0" && (
          <tr>
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              Metered calls
            </th>
            <td />
            <td className="py-2 text-right">
              <Amount value={metered} shown={shown.at(-1) ?? metered} aligned />
            </td>
          </tr>
        )}
      </tbody>
      <tfoot className="border-t border-line-strong font-medium">
        <tr>
          <th scope="row" colSpan={2} className="py-2 pr-3 text-left font-medium">
            Total
          </th>
          <td className="py-2 text-right">
            <Amount value={total} shown={sumOf(shown)} aligned />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const NOUNS: Readonly<Record<string, string>> = { GB: "GB memory" };

/** "2 vCPU", "1 × CPU small". */
function titleOf({ meter, hardware, noun, count }: PartRow): string {
  if (meter === "floor") return "Raised to the floor";
  return hardware ? `${count} × ${hardwareName(hardware)}` : `${count} ${NOUNS[noun] ?? noun}`;
}

function priceOf({ meter, price, noun }: PartRow): string {
  const [each = "", hours] = price.split(" for ");
  const per = hours === undefined ? "an hour" : `for ${hours} hours`;
  return meter === "floor" ? `${displayAmount(each)} ECU` : `${displayAmount(each)} ECU ${per} each ${noun}`;
}
