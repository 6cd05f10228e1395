"use client";

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { UtcTime } from "@/components/ui/utc-time";
import { endOneSession, endOtherSessions } from "@/lib/accounts/personal/actions";
import { ConfirmDialog } from "./confirm-dialog";
import { deviceOf } from "./device";

interface Session {
  id: string;
  userAgent: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

/** Where the person is signed in. */
export function SessionsCard({ sessions }: { sessions: readonly Session[] }) {
  return (
    <Card
      title="Sessions"
      description="Where you are signed in. A session that you end is over at its next request."
      flush
      actions={
        sessions.length > 1 && (
          <ConfirmDialog
            trigger="Sign out everywhere else"
            look="secondary"
            title="Sign out everywhere else?"
            verb="Sign out"
            done="All other sessions are over"
            run={() => endOtherSessions({})}
          >
            Every session but this one ends.
          </ConfirmDialog>
        )
      }
    >
      <DataTable
        caption="Sessions"
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "device",
            head: "Where",
            narrow: "title",
            cell: ({ userAgent, current }) => (
              <span title={userAgent}>
                {deviceOf(userAgent)}{" "}
                {current && (
                  <Badge tone="good" className="ml-1">
                    this one
                  </Badge>
                )}
              </span>
            ),
          },
          {
            key: "address",
            head: "Address",
            narrow: "meta",
            cell: ({ address }) => <span className="font-mono text-xs">{address}</span>,
          },
          {
            key: "created",
            head: "Signed in (UTC)",
            cell: ({ createdAt }) => <UtcTime column at={createdAt} />,
          },
          {
            key: "seen",
            head: "Last seen (UTC)",
            narrow: "value",
            cell: ({ lastSeenAt }) => (
              <>
                <UtcTime column at={lastSeenAt} className="narrow:hidden" />
                <UtcTime at={lastSeenAt} short className="wide:hidden" />
              </>
            ),
          },
          {
            key: "end",
            head: <span className="sr-only">End</span>,
            align: "right",
            narrow: "meta-value",
            cell: ({ id, current }) =>
              !current && (
                <ConfirmDialog
                  trigger="End"
                  title="End this session?"
                  verb="End"
                  done="The session is over"
                  run={() => endOneSession({ id })}
                >
                  Whoever uses it has to sign in again.
                </ConfirmDialog>
              ),
          },
        ]}
      />
    </Card>
  );
}
