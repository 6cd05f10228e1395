"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { useSubmit } from "@/components/ui/use-submit";
import type { CustomerPrices } from "@/lib/backoffice/accounts/read-customer";
import { beginDraft } from "@/lib/metering/drafts/actions";
import { told } from "../told";

/** Whose prices the account pays, and how they are changed: as a draft, with its backtest, like everyone's. */
export function PricesCard({
  accountId,
  name,
  prices: { version, general, drafts },
}: {
  accountId: string;
  name: string;
  prices: CustomerPrices;
}) {
  const router = useRouter();
  const { submit, busy } = useSubmit(
    () => told(beginDraft({ name: `Prices of ${name}`.slice(0, 100), accountId })),
    ({ id }) => router.push(`/admin/rate-cards/drafts/${id}`),
  );
  return (
    <Card
      title="Prices and markup"
      actions={
        <Button busy={busy} onClick={() => submit(undefined)}>
          {version === null ? "Agree own prices" : "Edit its prices"}
        </Button>
      }
    >
      <ul className="space-y-1 text-sm">
        {version !== null && (
          <li>
            Its own prices: <TextLink href={`/admin/rate-cards/${version}`}>version {version}</TextLink>
          </li>
        )}
        {general !== null && (
          <li>
            {version === null ? "Everyone’s prices" : "Everyone’s for all else"}:{" "}
            <TextLink href={`/admin/rate-cards/${general}`}>version {general}</TextLink>
          </li>
        )}
        {drafts.map((draft) => (
          <li key={draft.id}>
            Being written: <TextLink href={`/admin/rate-cards/drafts/${draft.id}`}>{draft.name}</TextLink>
          </li>
        ))}
        <li className="text-ink-muted">
          What was charged keeps its price. To price past calls anew, publish the version and propose a{" "}
          <TextLink href={`/admin/re-rates/new?account=${accountId}`}>re-rate</TextLink>.
        </li>
      </ul>
    </Card>
  );
}
