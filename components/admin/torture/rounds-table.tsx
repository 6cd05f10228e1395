import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { RoundResult } from "@/lib/backoffice/torture/run-torture";
import { displayCount, plural } from "@/lib/values/display/count";

/** What each way of delivering came to. */
export function RoundsTable({ rounds }: { rounds: readonly RoundResult[] }) {
  return (
    <DataTable
      caption="Rounds"
      rows={rounds}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          head: "Delivered",
          narrow: "title",
          cell: ({ name, faults }) => (
            <div className="py-2">
              {name}
              {faults.length > 0 && (
                <ul className="mt-1 list-disc pl-4 text-xs text-bad">
                  {faults.map((fault) => (
                    <li key={fault} className="break-words">
                      {fault}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ),
        },
        {
          key: "deliveries",
          head: "Deliveries",
          align: "right",
          narrow: "meta",
          cell: ({ deliveries }) => (
            <>
              {displayCount(deliveries)}
              <span className="wide:hidden"> deliveries</span>
            </>
          ),
        },
        {
          key: "lines",
          head: "Lines of the books",
          align: "right",
          cell: ({ lines }) => displayCount(lines),
        },
        {
          key: "time",
          head: "Seconds",
          align: "right",
          narrow: "meta-value",
          cell: ({ milliseconds }) => (
            <>
              {displayCount(Math.ceil(milliseconds / 1_000))}
              <span className="wide:hidden"> s</span>
            </>
          ),
        },
        {
          key: "end",
          head: "End",
          narrow: "value",
          cell: ({ faults }) =>
            faults.length === 0 ? (
              <Badge tone="good">holds</Badge>
            ) : (
              <Badge tone="bad">{plural(faults.length, "fault")}</Badge>
            ),
        },
      ]}
    />
  );
}
