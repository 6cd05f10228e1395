"use client";

import { KeyRound } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import { endKey } from "@/lib/accounts/actions";
import type { Permission } from "@/lib/values/context";
import { ConfirmDialog } from "./confirm-dialog";
import { NewKeyDialog } from "./new-key-dialog";

export interface Key {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  state: "active" | "expired" | "revoked";
}

/** API keys: what they are called, what they may do, when they were last used. */
export function KeysCard({
  accountId,
  keys,
  scopes,
  mayWrite,
}: {
  accountId: string;
  keys: readonly Key[];
  scopes: readonly Permission[];
  mayWrite: boolean;
}) {
  // It keeps its place when the first key appears: the dialog that shows the key must not close then.
  const create = mayWrite && <NewKeyDialog key={accountId} accountId={accountId} scopes={scopes} />;
  return (
    <Card
      title="API keys"
      description="Services send one with each request. A key is shown once; a revoked one is refused from the next request on."
      actions={create}
      flush
    >
      <DataTable
        caption="API keys"
        rows={keys}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={KeyRound} title="No API keys yet">
            Make one with “New API key”, to meter your first call.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            head: "Key",
            narrow: "title",
            cell: ({ name, prefix, state }) => (
              <span className="block min-w-0 py-1.5">
                <span className="block truncate font-medium" title={name}>
                  {name}{" "}
                  {state !== "active" && (
                    <Badge tone={state === "revoked" ? "bad" : "warn"} className="ml-1">
                      {state}
                    </Badge>
                  )}
                </span>
                <span className="font-mono text-xs text-ink-muted">{prefix}…</span>
              </span>
            ),
          },
          {
            key: "scopes",
            head: "Permissions",
            narrow: "meta",
            cell: ({ scopes: own }) => (
              <span className="block max-w-80 py-1.5 text-xs text-ink-muted">{own.join(", ")}</span>
            ),
          },
          { key: "by", head: "Created by", cell: ({ createdBy }) => createdBy || "—" },
          {
            key: "created",
            head: "Created (UTC)",
            cell: ({ createdAt }) => <UtcTime column at={createdAt} />,
          },
          {
            key: "used",
            head: "Last used (UTC)",
            narrow: "value",
            cell: ({ lastUsedAt }) => (
              <>
                <span className={cn("wide:hidden", lastUsedAt && "text-xs text-ink-muted")}>
                  {lastUsedAt ? "last used " : "never used"}
                </span>
                {lastUsedAt ? (
                  <>
                    <UtcTime column at={lastUsedAt} className="narrow:hidden" />
                    <UtcTime at={lastUsedAt} short className="wide:hidden" />
                  </>
                ) : (
                  <span className="narrow:hidden">never</span>
                )}
              </>
            ),
          },
          {
            key: "revoke",
            head: <span className="sr-only">Revoke</span>,
            align: "right",
            narrow: "meta-value",
            cell: ({ id, name, state }) =>
              mayWrite &&
              state !== "revoked" && (
                <ConfirmDialog
                  trigger="Revoke"
                  title={`Revoke ${name}?`}
                  verb="Revoke"
                  done={`${name} is revoked`}
                  run={() => endKey({ id }, accountId)}
                >
                  Services that use it are refused from their next request on. This cannot be undone.
                </ConfirmDialog>
              ),
          },
        ]}
      />
    </Card>
  );
}
