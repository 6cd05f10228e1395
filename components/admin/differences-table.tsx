import { Badge, type Tone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { Difference } from "@/lib/metering/drafts/rules/differences";
import { featureName } from "@/lib/metering/rules/usage-names";
import { meterName } from "@/lib/metering/rules/meter-names";

const TONES: Readonly<Record<Difference["change"], Tone>> = {
  added: "good",
  removed: "bad",
  changed: "accent",
};

/** What one card says otherwise than another. */
export function DifferencesTable({ differences }: { differences: readonly Difference[] }) {
  return (
    <DataTable
      caption="Differences"
      rows={differences}
      rowKey={({ feature, of, meter }) => `${feature} ${of} ${meter}`}
      empty={<p className="px-5 py-6 text-sm text-ink-muted">Every price is the same.</p>}
      columns={[
        {
          key: "kind",
          head: "For",
          narrow: "title",
          cell: ({ feature, of, meter }) => (
            <span className="block max-w-xl wide:py-1 wrap-anywhere" title={feature}>
              {[featureName(feature), of, meterName(meter)].filter(Boolean).join(" · ")}
            </span>
          ),
        },
        {
          key: "change",
          head: "Change",
          narrow: "value",
          cell: ({ change }) => <Badge tone={TONES[change]}>{change}</Badge>,
        },
        {
          key: "before",
          head: "Before",
          narrow: "meta",
          cell: ({ before }) => (
            <span className="block wide:py-1 text-ink-muted">{before ?? "no price"}</span>
          ),
        },
        {
          key: "after",
          head: "After",
          narrow: "meta-value",
          cell: ({ after }) => <span className="block wide:py-1">{after ?? "no price"}</span>,
        },
      ]}
    />
  );
}
