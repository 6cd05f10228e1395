import { type LucideIcon, Scale } from "lucide-react";
import { Amount } from "@/components/ui/amount";
import { Badge, type Tone } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { AdjustmentView } from "@/lib/backoffice/adjustments/list";
import { displayDay } from "@/lib/values/display/time";
import { shortUnitName } from "@/lib/values/display/unit";
import { utcDay } from "@/lib/values/time";
import { DecideAdjustment } from "./decide-adjustment";
import { KIND_NAMES } from "./kind-names";

const TONES: Readonly<Record<AdjustmentView["status"], Tone>> = {
  proposed: "warn",
  posted: "good",
  declined: "neutral",
  withdrawn: "neutral",
};

/** Corrections and grants: what each does, who proposed it, and who decided. */
export function AdjustmentsTable({
  rows,
  ofOne = false,
  icon = Scale,
}: {
  rows: readonly AdjustmentView[];
  /** Of one account, which the page names. */
  ofOne?: boolean;
  /** The place's own, where it has one kind alone. */
  icon?: LucideIcon;
}) {
  return (
    <DataTable
      caption="Corrections and promotional credit"
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        ofOne ? (
          <p className="px-5 py-5 text-sm text-ink-muted">Nothing was proposed for it yet.</p>
        ) : (
          <EmptyState icon={icon} title="Nothing was proposed yet">
            One operator proposes an amount with its reason, another one approves it, and it is posted once.
          </EmptyState>
        )
      }
      columns={[
        {
          key: "what",
          head: "What for",
          narrow: "title",
          cell: (row) => (
            <span className="block max-w-md min-w-0 wide:py-1.5">
              {!ofOne && (
                <TextLink href={`/admin/accounts/${row.accountId}`} className="font-medium">
                  {row.accountName}
                </TextLink>
              )}
              <span className="block text-sm break-words">{row.reason}</span>
              <span className="flex flex-wrap gap-x-3 text-xs text-ink-muted">
                {KIND_NAMES[row.kind].one}
                {row.corrects && <CopyId id={row.corrects} label="corrected transaction" />}
                {row.expiresAt && <span>last day {lastDayOf(row.expiresAt)}</span>}
                {row.note && <span>“{row.note}”</span>}
              </span>
            </span>
          ),
        },
        {
          key: "who",
          head: "Who",
          narrow: "meta",
          cell: ({ proposedBy, proposedAt, decidedBy, decidedAt }) => (
            <span className="block wide:py-1.5 text-xs text-ink-muted">
              <span className="block">
                {proposedBy}, <UtcTime at={proposedAt} short />
              </span>
              {decidedBy && decidedAt && (
                <span className="block">
                  {decidedBy}, <UtcTime at={decidedAt} short />
                </span>
              )}
            </span>
          ),
        },
        {
          key: "amount",
          head: "Amount",
          align: "right",
          narrow: "value",
          cell: ({ amount, unit }) => (
            <>
              <Amount value={amount} unit={unit} signed /> {shortUnitName(unit)}
            </>
          ),
        },
        {
          key: "status",
          head: "Status",
          align: "right",
          narrow: "meta-value",
          cell: (row) =>
            row.status === "proposed" ? (
              <DecideAdjustment proposal={row} />
            ) : (
              <span className="inline-flex flex-col items-end gap-0.5">
                <Badge tone={TONES[row.status]}>{row.status}</Badge>
                {row.transaction && <CopyId id={row.transaction} label="transaction" />}
              </span>
            ),
        },
      ]}
    />
  );
}

/** It ends at midnight: the day before is the last on which it can be used, as the form asked for it. */
function lastDayOf(expiresAt: string): string {
  return displayDay(utcDay(new Date(new Date(expiresAt).getTime() - 1)));
}
