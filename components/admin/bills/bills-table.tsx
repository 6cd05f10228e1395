import { FileSpreadsheet } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { BillView } from "@/lib/reports/bill-match/read-match";
import { displayCount, plural } from "@/lib/values/display/count";
import { displayShortRange } from "@/lib/values/display/time";

/** The bills that were imported. */
export function BillsTable({ bills }: { bills: readonly BillView[] }) {
  return (
    <DataTable
      caption="Bills of providers"
      rows={bills}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={FileSpreadsheet} title="No bills yet">
          Import one to see what it differs by from the costs that we metered.
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          head: "Bill",
          narrow: "title",
          cell: ({ id, name }) => (
            <TextLink href={`/admin/bills/${id}`} className="break-all">
              {name}
            </TextLink>
          ),
        },
        { key: "provider", head: "Provider", narrow: "value", cell: ({ provider }) => provider || "all" },
        {
          key: "days",
          head: "Days (UTC)",
          narrow: "meta",
          cell: ({ from, to }) => displayShortRange(from, to),
        },
        { key: "format", head: "Format", cell: ({ format }) => format },
        {
          key: "lines",
          head: "Lines",
          align: "right",
          narrow: "meta-value",
          cell: ({ lines }) => (
            <>
              <span className="narrow:hidden">{displayCount(lines)}</span>
              <span className="wide:hidden">{plural(lines, "line")}</span>
            </>
          ),
        },
        {
          key: "imported",
          head: "Imported (UTC)",
          cell: ({ importedAt }) => <UtcTime column at={importedAt} />,
        },
        { key: "by", head: "By", cell: ({ importedBy }) => importedBy },
      ]}
    />
  );
}
