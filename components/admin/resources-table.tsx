import { Boxes } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import type { ResourceRow } from "@/lib/backoffice/resources/list-all-resources";
import { hardwareName } from "@/lib/metering/rules/meter-names";
import { AccountCell } from "./account-cell";

const TONES: Readonly<Record<ResourceRow["status"], Tone>> = {
  draft: "neutral",
  deployed: "good",
  undeployed: "neutral",
  failed: "bad",
  deleted: "neutral",
};

/** What customers have registered, and what of it runs. */
export function ResourcesTable({ rows, filtered }: { rows: readonly ResourceRow[]; filtered: boolean }) {
  return (
    <DataTable
      hasManyColumns
      caption="Resources"
      rows={rows}
      rowKey={({ accountId, kind, id }) => `${accountId} ${kind} ${id}`}
      empty={
        <EmptyState icon={Boxes} title={filtered ? "No resource is like that" : "No resources yet"}>
          {filtered
            ? "Clear the filters to see all."
            : "Platforms register tools, models, guardrails, scripts and drives by the API."}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          head: "Name",
          narrow: "title",
          cell: ({ name, kind, id }) => (
            <span className="block max-w-64 wide:py-1">
              <span className="block truncate font-medium" title={name}>
                {name}
              </span>
              <span className="flex items-center gap-1 text-xs text-ink-muted">
                <span className="whitespace-nowrap">{kind.replaceAll("_", " ")}</span>
                <CopyId id={id} label="resource id" className="max-w-40" />
              </span>
            </span>
          ),
        },
        {
          key: "account",
          head: "Account",
          narrow: "meta",
          cell: ({ accountId, accountName }) => <AccountCell id={accountId} name={accountName} />,
        },
        {
          key: "status",
          head: "Status",
          narrow: "value",
          cell: ({ status, running }) => (
            <>
              <Badge tone={TONES[status]}>{status}</Badge>
              {running > 0 && <span className="ml-1.5 text-xs text-ink-muted">{running} running</span>}
            </>
          ),
        },
        {
          key: "hardware",
          head: "Hardware or size",
          cell: ({ hardware, sizeGb }) => hardwareName(hardware) || (sizeGb === "0" ? "—" : `${sizeGb} GB`),
        },
        {
          key: "owner",
          head: "Owner",
          cell: ({ owner }) => (
            <span className="block max-w-56 truncate" title={owner}>
              {owner}
            </span>
          ),
        },
        {
          key: "when",
          head: "Changed (UTC)",
          align: "right",
          narrow: "meta-value",
          cell: ({ updatedAt }) => <UtcTime column at={updatedAt} />,
        },
      ]}
    />
  );
}
