import { Badge, type Tone } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { VersionView } from "@/lib/metering/drafts/versions";

export const STATES: Readonly<Record<VersionView["state"], { words: string; tone: Tone }>> = {
  in_force: { words: "in force", tone: "good" },
  scheduled: { words: "scheduled", tone: "accent" },
  past: { words: "past", tone: "neutral" },
};

/** Every version of the rate card, everyone's and accounts' own. */
export function VersionsTable({ versions }: { versions: readonly VersionView[] }) {
  return (
    <DataTable
      caption="Versions of the rate card"
      hasManyColumns
      rows={versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: "version",
          head: "Version",
          narrow: "title",
          cell: ({ version, note }) => (
            <span className="block max-w-md wide:py-1">
              <TextLink href={`/admin/rate-cards/${version}`}>Version {version}</TextLink>
              {note && <span className="block truncate text-xs text-ink-muted">{note}</span>}
            </span>
          ),
        },
        {
          key: "state",
          head: "State",
          narrow: "value",
          cell: ({ state }) => <Badge tone={STATES[state].tone}>{STATES[state].words}</Badge>,
        },
        {
          key: "owner",
          head: "For",
          narrow: "meta-value",
          cell: ({ accountId }) => <Owner accountId={accountId} />,
        },
        {
          key: "from",
          head: "Valid from (UTC)",
          narrow: "meta",
          cell: ({ validFrom }) => <UtcTime column at={validFrom} />,
        },
        {
          key: "by",
          head: "Made by",
          cell: ({ createdBy }) => <span className="text-ink-muted">{createdBy}</span>,
        },
      ]}
    />
  );
}

/** Whose prices they are. */
export function Owner({ accountId }: { accountId: string | null }) {
  return accountId === null ? <>everyone</> : <CopyId id={accountId} label="account id" />;
}
