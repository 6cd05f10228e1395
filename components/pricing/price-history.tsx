import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { PricePeriod } from "@/lib/metering/read-rate-card";
import { PriceDayForm } from "./price-day-form";

/** When which prices applied to the account: each line leads to them. */
export function PriceHistory({ periods, shown }: { periods: readonly PricePeriod[]; shown: string }) {
  const oldest = periods.at(-1);
  return (
    <Card
      flush
      title="Price history"
      description="Each call keeps the prices that were in force when it ran. The oldest prices also apply to what ran before them."
      actions={periods.length > 1 ? <PriceDayForm /> : undefined}
    >
      <DataTable
        caption="Prices and when they were in force"
        rows={periods}
        rowKey={({ from }) => from}
        isCurrent={({ from }) => from === shown}
        columns={[
          {
            key: "from",
            head: "In force (UTC)",
            narrow: "title",
            cell: ({ from, until }) => (
              <RowLink
                href={
                  until === null ? "/pricing" : `/pricing?${new URLSearchParams({ at: from }).toString()}`
                }
              >
                <UtcTime at={from} /> – {until === null ? "now" : <UtcTime at={until} />}
              </RowLink>
            ),
          },
          {
            key: "version",
            head: "Rate card",
            narrow: "meta",
            cell: ({ version }) => (version === null ? "—" : `version ${version}`),
          },
          {
            key: "own",
            head: "Your own prices",
            narrow: "meta-value",
            cell: ({ override_version: own }) => (
              <>
                <span className="wide:hidden">your own: </span>
                {own === null ? <span className="text-ink-muted">none</span> : `version ${own}`}
              </>
            ),
          },
        ]}
      />
      {periods.length === 1 && oldest && (
        <p className="border-t px-5 py-3 text-sm text-ink-muted">
          Prices have never changed: these are the first ones.
        </p>
      )}
    </Card>
  );
}
