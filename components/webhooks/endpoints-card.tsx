import { Webhook } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import { plural } from "@/lib/values/display/count";
import type { EventType } from "@/lib/webhooks/rules/event-types";
import { EndpointState } from "./endpoint-state";
import { NewEndpointDialog } from "./new-endpoint-dialog";

/** An endpoint as the page shows it. */
export interface EndpointRow {
  id: string;
  url: string;
  description: string;
  types: EventType[];
  isEnabled: boolean;
  oldSecretUntil: string | null;
  failingSince: string | null;
  endedBecause: "failures" | "gone" | null;
  createdAt: string;
  createdBy: string;
}

/** The account's endpoints: where messages go, of what, and whether they arrive. */
export function EndpointsCard({
  accountId,
  endpoints,
  mayWrite,
}: {
  accountId: string;
  endpoints: readonly EndpointRow[];
  mayWrite: boolean;
}) {
  return (
    <Card
      title="Webhooks"
      description="Your own systems are told of what happens here, within seconds: signed, at least once, and tried for three days."
      // In one place whether there are any or none: the dialog goes on to show the secret of the first.
      actions={mayWrite && <NewEndpointDialog key={accountId} accountId={accountId} />}
      flush
    >
      <DataTable
        caption="Webhooks"
        rows={endpoints}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={Webhook}
            title="No webhooks yet"
            actions={<LinkButton href="/docs/guides/webhooks">How to verify a message</LinkButton>}
          >
            {mayWrite
              ? "Give the address of a system of yours, and choose what it hears of: balances, thresholds, budgets, recharges, holds, instances."
              : "Owners and admins of this account can add an address that is told of balances, thresholds, budgets, recharges, holds and instances."}
          </EmptyState>
        }
        columns={[
          {
            key: "url",
            head: "Address",
            narrow: "title",
            cell: ({ id, url, description }) => (
              <span className="block min-w-0 py-1.5">
                <TextLink
                  href={`/settings/webhooks/${id}`}
                  className="block max-w-md truncate font-mono text-xs narrow:max-w-full"
                  title={url}
                >
                  {url}
                </TextLink>
                {description && (
                  <span className="block truncate text-xs text-ink-muted" title={description}>
                    {description}
                  </span>
                )}
              </span>
            ),
          },
          {
            key: "types",
            head: "Events",
            narrow: "meta",
            cell: ({ types }) => (types.length === 0 ? "everything" : plural(types.length, "event")),
          },
          { key: "state", head: "State", narrow: "value", cell: (row) => <EndpointState {...row} /> },
          { key: "by", head: "Added by", cell: ({ createdBy }) => createdBy },
          {
            key: "added",
            head: "Added (UTC)",
            align: "right",
            narrow: "meta-value",
            cell: ({ createdAt }) => (
              <>
                <span className="wide:hidden">added </span>
                <UtcTime at={createdAt} short />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
