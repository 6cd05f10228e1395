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

interface RateTableProps {
  title: string;
  description: string;
  rates: readonly RateView[];
  creditValue: string;
}

/** Prices as they apply to the account. */
export function RateTable({ title, description, rates, creditValue }: RateTableProps) {
  if (rates.length === 0) return null;
  return (
    <Card flush title={title} description={description} className="overflow-hidden">
      <div className="border-t">
        <DataTable
          caption={title}
          columns={columnsOf(rates, creditValue)}
          rows={rates}
          rowKey={({ feature, operation, model, hardware, meter, override }) =>
            [feature, operation, model, hardware, meter, override].join(" ")
          }
        />
      </div>
    </Card>
  );
}

function columnsOf(rates: readonly RateView[], creditValue: string): Column<RateView>[] {
  const detailed = rates.some(({ operation, model, hardware }) => operation ?? model ?? hardware);
  const columns: (Column<RateView> | false)[] = [
    {
      key: "feature",
      head: "Feature",
      narrow: "title",
      cell: ({ feature, override }) => (
        <span className="inline-flex items-center gap-2">
          <span title={feature}>{featureName(feature)}</span>
          {override && <Badge tone="accent">your price</Badge>}
        </span>
      ),
    },
    detailed && {
      key: "for",
      head: rates.every(({ hardware }) => hardware) ? "Hardware" : "For",
      narrow: "meta",
      cell: ({ operation, model, hardware }) =>
        [operation, model, hardware && hardwareName(hardware)].filter(Boolean).join(" · ") || "any",
    },
    {
      key: "price",
      head: "Price",
      align: "right",
      narrow: "value",
      cell: (rate) => (
        <span className="block wide:py-1">
          <Price rate={rate} />
          <Tiers rate={rate} />
        </span>
      ),
    },
    {
      key: "usd",
      head: "In dollars",
      align: "right",
      cell: ({ price, unit }) =>
        price !== null && unit === "credit" ? (
          <Worth value={price} creditValue={creditValue} />
        ) : (
          <span className="text-ink-muted">—</span>
        ),
    },
    {
      key: "floor",
      head: "Floor per call",
      align: "right",
      narrow: "meta-value",
      cell: ({ floor, unit }) => (
        <span className="text-ink-muted">
          <span className="wide:hidden">floor: </span>
          <Floor value={floor} unit={unit} />
        </span>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}

function Price({ rate: { price, per, markup, meter, unit } }: { rate: RateView }) {
  if (markup !== null) {
    return (
      <>
        real cost <span className="whitespace-nowrap tabular-nums">× {markup}</span>
      </>
    );
  }
  return (
    <>
      <Amount value={price ?? "0"} unit={unit} /> {unitName(unit, "1")}{" "}
      <span className="text-ink-muted">/ {measureOf(meter, per ?? "1")}</span>
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

// Floors are small: all their digits are shown.
function Floor({ value, unit }: { value: string; unit: RateView["unit"] }) {
  if (value === "0") return <>none</>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {value} {unitName(unit, value)}
    </span>
  );
}
