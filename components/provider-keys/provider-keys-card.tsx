"use client";

import { KeyRound } from "lucide-react";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { UtcTime } from "@/components/ui/utc-time";
import { revokeProviderKey } from "@/lib/gateway/actions";
import { PROVIDERS } from "@/lib/gateway/rules/providers";
import { ProviderKeyDialog } from "./provider-key-dialog";

/** A customer's own key of a model provider. The key itself never comes here. */
export interface ProviderKey {
  id: string;
  provider: string;
  name: string;
  last4: string;
  createdAt: string;
  createdBy: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** The account's own keys of model providers: whose they are, how they end, when they were last used. */
export function ProviderKeysCard({
  accountId,
  keys,
  mayWrite,
  billed,
}: {
  accountId: string;
  keys: readonly ProviderKey[];
  mayWrite: boolean;
  /** What a call with an own key is still charged. */
  billed: string;
}) {
  const taken = new Set(keys.filter(({ revokedAt }) => !revokedAt).map(({ provider }) => provider));
  const nameOf = (provider: string) => PROVIDERS.find(({ slug }) => slug === provider)?.name ?? provider;
  const add = mayWrite && <ProviderKeyDialog key={accountId} accountId={accountId} taken={taken} />;
  return (
    <Card
      title="Provider keys"
      description={`With a key of your own, the provider bills you for the model’s tokens and we do not. ${billed}`}
      actions={keys.length > 0 && add}
      flush
    >
      <DataTable
        caption="Provider keys"
        rows={keys}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={KeyRound} title="No key of your own" actions={add}>
            {mayWrite
              ? "Calls through the gateway use the installation’s key, and their tokens are charged here. Add a key to be billed by the provider instead."
              : "Calls through the gateway use the installation’s key. Owners and admins of this account can add a key of your own."}
          </EmptyState>
        }
        columns={[
          {
            key: "provider",
            head: "Provider",
            narrow: "title",
            cell: ({ provider, name, revokedAt }) => (
              <span className="block min-w-0 py-1.5">
                <span className="block truncate font-medium">
                  {nameOf(provider)} {revokedAt && <Badge>revoked</Badge>}
                </span>
                <span className="block truncate text-xs text-ink-muted" title={name}>
                  {name}
                </span>
              </span>
            ),
          },
          {
            key: "key",
            head: "Key",
            narrow: "value",
            cell: ({ last4 }) => (
              <span className="font-mono text-xs">
                <span className="sr-only">ends in </span>
                <span aria-hidden>…</span>
                {last4}
              </span>
            ),
          },
          { key: "by", head: "Added by", cell: ({ createdBy }) => createdBy || "—" },
          { key: "added", head: "Added (UTC)", cell: ({ createdAt }) => <UtcTime at={createdAt} short /> },
          {
            key: "used",
            head: "Last used (UTC)",
            narrow: "meta",
            cell: ({ lastUsedAt }) => (
              <>
                <span className="wide:hidden">last used: </span>
                {lastUsedAt ? <UtcTime at={lastUsedAt} short /> : "never"}
              </>
            ),
          },
          {
            key: "actions",
            head: <span className="sr-only">Replace or revoke</span>,
            align: "right",
            narrow: "meta-value",
            cell: ({ id, provider, name, revokedAt }) =>
              mayWrite &&
              !revokedAt && (
                <span className="inline-flex gap-1">
                  <ProviderKeyDialog accountId={accountId} replaces={{ provider, name }} taken={taken} />
                  <ConfirmDialog
                    trigger="Revoke"
                    title={`Revoke the key of ${nameOf(provider)}?`}
                    verb="Revoke"
                    done="The key is revoked"
                    run={() => revokeProviderKey({ id }, accountId)}
                  >
                    It is forgotten here at once. Calls that ask for {nameOf(provider)} are refused from the
                    next one on; calls that name no provider use the installation’s key, and are charged here.
                    At the provider the key works until you end it there.
                  </ConfirmDialog>
                </span>
              ),
          },
        ]}
      />
    </Card>
  );
}
