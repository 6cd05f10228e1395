"use client";

import { useState } from "react";
import { Amount, Worth } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Segments } from "@/components/ui/segments";
import type { RateView } from "@/lib/metering/read-rate-card";
import { hardwareName, meterName } from "@/lib/metering/rules/meter-names";
import { plural } from "@/lib/values/display/count";
import { featureName } from "@/lib/metering/rules/usage-names";
import { Floor } from "./floor";
import { costOfReplicas, REPLICAS, type Span, SPANS } from "./hardware";
import { type HardwareRow, hardwareRowsOf } from "./rate-rows";

const CHOICES: readonly { value: Span; label: string }[] = [
  { value: "hour", label: "Hour" },
  { value: "day", label: "Day" },
  { value: "month", label: "30 days" },
];

// Where there is room a head is one line, as those beside it; in a narrower table its unit goes below.
const HEAD = "xl:whitespace-nowrap";

/** What machines cost by the time that they run, for one replica and for several. */
export function HardwareTable({ rates, creditValue }: { rates: readonly RateView[]; creditValue: string }) {
  const [span, setSpan] = useState<Span>("hour");
  if (rates.length === 0) return null;
  return (
    <Card
      flush
      title="Hardware"
      description="Billed for exactly the time that it runs, to the millisecond, and rounded up to a billionth of an ECU; each replica costs the same. A cycle of an instance, and a fine-tuning job, costs at least the floor, however short it is."
      actions={<Segments label="Price for" options={CHOICES} value={span} onChange={setSpan} />}
    >
      <DataTable
        hasManyColumns
        caption="Hardware"
        rows={hardwareRowsOf(rates)}
        rowKey={({ rate: { hardware, meter, price, per, floor, override } }) =>
          [hardware, meter, price, per, floor, override].join(" ")
        }
        columns={columnsOf(span, creditValue)}
      />
    </Card>
  );
}

function columnsOf(span: Span, creditValue: string): Column<HardwareRow>[] {
  return [
    {
      key: "hardware",
      head: "Hardware",
      narrow: "title",
      cell: ({ rate: { hardware, meter, override } }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <span title={hardware ?? undefined} className="whitespace-nowrap">
            {hardware ? hardwareName(hardware) : byPart(meter)}
          </span>
          {override && <Badge tone="accent">your price</Badge>}
        </span>
      ),
    },
    {
      key: "feature",
      head: "For",
      narrow: "meta",
      cell: ({ uses }) => (
        <span className="block wide:py-1.5">
          {uses
            .map(({ feature, operation, model }) =>
              [featureName(feature), operation, model].filter(Boolean).join(" · "),
            )
            .join(", ")}
        </span>
      ),
    },
    replicasColumn(1, span, creditValue),
    {
      key: "usd",
      head: "1 replica (USD)",
      align: "right",
      className: HEAD,
      narrow: "meta-value",
      cell: ({ rate }) => (
        <>
          <Worth value={costOfReplicas(rate, 1, SPANS[span])} creditValue={creditValue} />
          <span className="block wide:hidden">
            floor: <Floor value={rate.floor} unit={rate.unit} />
          </span>
        </>
      ),
    },
    ...REPLICAS.filter((replicas) => replicas > 1).map((replicas) =>
      replicasColumn(replicas, span, creditValue),
    ),
    {
      key: "floor",
      head: "Floor (ECU)",
      align: "right",
      className: `wide:text-ink-muted ${HEAD}`,
      cell: ({ rate: { floor } }) => <span className="tabular-nums">{floor === "0" ? "none" : floor}</span>,
    },
  ];
}

function replicasColumn(replicas: number, span: Span, creditValue: string): Column<HardwareRow> {
  const isFirst = replicas === 1;
  return {
    key: String(replicas),
    head: `${plural(replicas, "replica")} (ECU)`,
    align: "right",
    className: HEAD,
    ...(isFirst && { narrow: "value", unit: "ECU" }),
    cell: ({ rate }) => (
      <Amount value={costOfReplicas(rate, replicas, SPANS[span])} creditValue={creditValue} aligned />
    ),
  };
}

/** "per vCPU", "per GB of memory": what is priced by its parts. */
function byPart(meter: string): string {
  return `per ${meterName(meter).replace("-hour", "")}`;
}
