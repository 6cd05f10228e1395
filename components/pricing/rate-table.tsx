import { Amount, Worth } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { RateView } from "@/lib/metering/read-rate-card";
import { hardwareName, measureOf, metered } from "@/lib/metering/rules/meter-names";
import { featureName } from "@/lib/metering/rules/usage-names";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";
import { displayPrice } from "@/lib/values/display/usd";
import { Floor } from "./floor";
import { joinOf, type RateRow, rateRowsOf } from "./rate-rows";

interface RateTableProps {
  title: string;
  description: string;
  rates: readonly RateView[];
  /** What is billed by time, and stands in a table of its own. */
  byTime: readonly RateView[];
  creditValue: string;
}

/** Prices as they apply to the account: a row for each kind of work. */
export function RateTable({ title, description, rates, byTime, creditValue }: RateTableProps) {
  if (rates.length === 0) return null;
  const rows = rateRowsOf(rates, byTime);
  return (
    <Card flush title={title} description={description}>
      <DataTable
        caption={title}
        columns={columnsOf(rows, creditValue)}
        rows={rows}
        rowKey={({ feature, operation, model, hardware, unit, override }) =>
          [feature, operation, model, hardware, unit, override].join(" ")
        }
      />
    </Card>
  );
}

// In shares of the width, so that the tables below each other have their prices at one edge.
function columnsOf(rows: readonly RateRow[], creditValue: string): Column<RateRow>[] {
  return [
    {
      key: "feature",
      head: "Feature",
      narrow: "title",
      className: "wide:w-[36%]",
      cell: (row) => (
        <span className="block wide:py-1.5">
          <span className="inline-flex items-center gap-2">
            <span title={row.feature}>{featureName(row.feature)}</span>
            {row.override && <Badge tone="accent">your price</Badge>}
          </span>
          <span className="block text-xs text-ink-muted empty:hidden">{whatFor(row, rows)}</span>
        </span>
      ),
    },
    {
      key: "price",
      head: "Price",
      align: "right",
      narrow: "value",
      className: "wide:w-[44%]",
      cell: ({ parts, isTimed }) => (
        <span className="block wide:py-1.5">
          {parts.map((rate, at) => (
            <span key={rate.meter} className="block">
              <Price rate={rate} join={joinOf(rate, parts.slice(0, at))} creditValue={creditValue} />
              <Tiers rate={rate} />
            </span>
          ))}
          {isTimed && <span className="block text-xs text-ink-muted">+ the machine’s time, below</span>}
        </span>
      ),
    },
    {
      key: "floor",
      head: "Floor per call",
      align: "right",
      narrow: "meta-value",
      className: "wide:w-[20%]",
      cell: ({ floor, unit }) => (
        <span className="text-ink-muted">
          <span className="wide:hidden">floor: </span>
          <Floor value={floor} unit={unit} />
        </span>
      ),
    },
  ];
}

/** What of a feature it is the price of; of what no other row of it says, where others do. */
function whatFor(row: RateRow, rows: readonly RateRow[]): string {
  const said = saysOf(row);
  if (said !== "") return said;
  return rows.some((other) => other.feature === row.feature && saysOf(other) !== "") ? "any other" : "";
}

function saysOf({ operation, model, hardware }: RateRow): string {
  return [operation, model, hardware.map(hardwareName).join(", ")].filter(Boolean).join(" · ");
}

function Price({
  rate: { price, per, markup, meter, unit },
  join,
  creditValue,
}: {
  rate: RateView;
  join: ReturnType<typeof joinOf>;
  creditValue: string;
}) {
  const before = join && <span className="text-ink-muted">{join} </span>;
  if (markup !== null) {
    return (
      <>
        {before}real cost <span className="whitespace-nowrap tabular-nums">× {markup}</span>
      </>
    );
  }
  return (
    <>
      {before}
      <span className="whitespace-nowrap">
        <Amount value={price ?? "0"} unit={unit} /> {unitName(unit, price ?? "0")}
      </span>{" "}
      {/* Where there is little room below the price, so that the names of the rows keep theirs. */}
      <span className="narrow:block narrow:text-xs">
        {unit === "credit" && (
          <>
            <Worth value={price ?? "0"} creditValue={creditValue} />{" "}
          </>
        )}
        <span className="text-ink-muted">/ {measureOf(meter, per ?? "1")}</span>
      </span>
    </>
  );
}

/** Other prices from so much of a month on. */
function Tiers({ rate: { tiers, unit, meter } }: { rate: RateView }) {
  return tiers.map(({ above, price, markup }) => (
    <span key={above} className="block text-xs text-ink-muted">
      above {markup === null ? metered(displayAmount(above), meter) : displayPrice(above)} a month:{" "}
      {markup === null ? `${price} ${unitName(unit)}` : `× ${markup}`}
    </span>
  ));
}
