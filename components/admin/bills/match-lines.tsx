import { DataTable } from "@/components/ui/data-table";
import type { MatchRow } from "@/lib/reports/bill-match/rules/match";
import { displayCount, plural } from "@/lib/values/display/count";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayShortDay } from "@/lib/values/display/time";
import { Difference, Dollars } from "./difference";

const SHOWN = 500;

/** Each day, model and kind of token, the largest difference first. */
export function MatchLines({ rows }: { rows: readonly MatchRow[] }) {
  const size = ({ difference }: MatchRow) => (difference < 0n ? -difference : difference);
  const sorted = rows.toSorted(
    (one, other) => Number(size(other) > size(one)) - Number(size(other) < size(one)),
  );
  const tokens = (count: bigint | null) => (count === null ? "—" : displayCount(count));
  return (
    <>
      <DataTable
        caption="Lines of the bill beside our costs"
        rows={sorted.slice(0, SHOWN)}
        rowKey={({ day, model, kind }) => `${day} ${model} ${kind}`}
        columns={[
          { key: "day", head: "Day (UTC)", narrow: "meta", cell: ({ day }) => displayShortDay(day) },
          {
            key: "model",
            head: "Model",
            narrow: "title",
            cell: ({ model, kind }) => (
              <span className="font-mono text-xs break-all">
                {model}
                <span className="wide:hidden">, {kind.replaceAll("_", " ")}</span>
              </span>
            ),
          },
          { key: "kind", head: "Kind", cell: ({ kind }) => sentenceOf(kind) },
          {
            key: "their-tokens",
            head: "Billed tokens",
            align: "right",
            cell: (row) => tokens(row.billedTokens),
          },
          { key: "our-tokens", head: "Our tokens", align: "right", cell: (row) => tokens(row.ourTokens) },
          {
            key: "billed",
            head: "Billed",
            align: "right",
            cell: ({ billed }) => <Dollars amount={billed} />,
          },
          {
            key: "ours",
            head: "Our cost",
            align: "right",
            narrow: "meta-value",
            cell: ({ ours }) => <Dollars amount={ours} />,
          },
          {
            key: "difference",
            head: "Difference",
            align: "right",
            narrow: "value",
            cell: ({ difference }) => <Difference amount={difference} />,
          },
        ]}
      />
      {rows.length > SHOWN && (
        <p className="border-t px-5 py-3 text-sm text-ink-muted">
          The {SHOWN} largest differences of {plural(rows.length, "line")}. The sums are of all.
        </p>
      )}
    </>
  );
}
