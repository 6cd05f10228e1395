import { Amount } from "@/components/ui/amount";
import { UtcTime } from "@/components/ui/utc-time";
import type { CycleView } from "@/lib/deployments/read-instance";
import { plural } from "@/lib/values/display/count";

const AT_MOST = 31;

/** The cycles of an instance, newest first: what was held for each, and what it used of that. */
export function CyclesTable({ cycles }: { cycles: readonly CycleView[] }) {
  const shown = cycles.toReversed().slice(0, AT_MOST);
  return (
    <>
      <table className="w-full text-sm">
        <thead className="text-xs text-ink-muted">
          <tr className="border-b">
            <th scope="col" className="py-1.5 pr-3 text-left font-medium">
              Cycle
            </th>
            <th scope="col" className="py-1.5 pr-3 text-right font-medium">
              Charged ahead (ECU)
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              Used (ECU)
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {shown.map(({ no, from, to, until, replicas, held, used }) => (
            <tr key={no}>
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                No. {no}
                {replicas > 1 && <span className="text-ink-muted"> · {plural(replicas, "replica")}</span>}
                <span className="block text-xs text-ink-muted">
                  <UtcTime at={from} short /> – <UtcTime at={to ?? until} short />
                </span>
              </th>
              <td className="py-2 pr-3 text-right align-top">
                <Amount value={held} aligned />
              </td>
              <td className="py-2 text-right align-top">
                {used === null ? (
                  <span className="text-ink-muted">running</span>
                ) : (
                  <Amount value={used} aligned />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cycles.length > AT_MOST && (
        <p className="mt-2 text-xs text-ink-muted">
          The newest {AT_MOST} of {cycles.length}; its transactions show all of them.
        </p>
      )}
    </>
  );
}
