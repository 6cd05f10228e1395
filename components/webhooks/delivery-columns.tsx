import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import { UtcTime } from "@/components/ui/utc-time";
import { type DeliveryRow, resultInWords, statusInWords } from "./delivery-words";

/** When a delivery that has failed is tried again. */
export const nextTry: Column<DeliveryRow> = {
  key: "next",
  head: "Next try (UTC)",
  cell: ({ nextAt, attempts }) => (nextAt && attempts > 0 ? <UtcTime at={nextAt} short /> : "—"),
};

/** What every log of deliveries shows, and at its end a way to send one again: of those that were tried. */
export function deliveryColumns({
  event,
  more = {},
  again,
}: {
  event: (row: DeliveryRow) => ReactNode;
  /** What one of the logs shows besides. */
  more?: { afterStatus?: Column<DeliveryRow>; afterTime?: Column<DeliveryRow> };
  again: (row: DeliveryRow) => ReactNode;
}): Column<DeliveryRow>[] {
  const columns: (Column<DeliveryRow> | undefined)[] = [
    { key: "type", head: "Event", narrow: "title", cell: event },
    {
      key: "status",
      head: "State",
      narrow: "value",
      cell: (row) => {
        const { word, tone } = statusInWords(row);
        return <Badge tone={tone}>{word}</Badge>;
      },
    },
    more.afterStatus,
    {
      key: "result",
      head: "Last answer",
      cell: (row) => <span className="block max-w-56 wide:py-1.5 text-xs">{resultInWords(row)}</span>,
    },
    { key: "attempts", head: "Attempts", align: "right", cell: ({ attempts }) => attempts },
    {
      key: "at",
      head: "Happened (UTC)",
      narrow: "meta",
      cell: ({ occurredAt }) => <UtcTime at={occurredAt} short />,
    },
    more.afterTime,
    {
      key: "again",
      head: <span className="sr-only">Send again</span>,
      align: "right",
      narrow: "meta-value",
      cell: (row) => (row.status === "pending" && row.attempts === 0 ? null : again(row)),
    },
  ];
  return columns.filter((column) => column !== undefined);
}
