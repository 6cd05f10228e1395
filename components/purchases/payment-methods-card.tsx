"use client";

import { CreditCard } from "lucide-react";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import type { SavedMethod } from "@/lib/purchases/payment-methods/list";
import { addCard, makeDefaultCard, openPortal, removeCard } from "@/lib/purchases/recharge/actions";
import { LeaveButton } from "./leave-button";
import { methodName } from "./method-name";

const HERE = "/settings/payment-methods";

/** The saved cards of an account; with what can be done to them, for who may. */
export function PaymentMethodsCard({
  accountId,
  methods,
  mayWrite,
  rechargedWith,
}: {
  accountId: string;
  methods: readonly SavedMethod[];
  mayWrite: boolean;
  /** The card that auto-recharge charges; null while that is off. */
  rechargedWith: string | null;
}) {
  const add = mayWrite && (
    <LeaveButton look="primary" ask={() => addCard({ returnTo: HERE }, accountId)}>
      Add a card
    </LeaveButton>
  );
  return (
    <Card
      title="Payment methods"
      description="Stripe keeps the cards; the console knows their last digits only. A card is charged when you buy, or when you have switched auto-recharge on."
      flush
      actions={
        mayWrite &&
        methods.length > 0 && (
          <>
            <LeaveButton ask={() => openPortal({ returnTo: HERE }, accountId)}>
              Cards and invoices at Stripe
            </LeaveButton>
            {add}
          </>
        )
      }
    >
      <DataTable
        caption="Payment methods"
        rows={methods}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={CreditCard} title="No card is saved" actions={add}>
            {mayWrite
              ? "Add one here, or save it when you add credit."
              : "Owners, admins and billing members of this account can add one."}
          </EmptyState>
        }
        columns={[
          {
            key: "method",
            head: "Method",
            narrow: "title",
            cell: (method) => (
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {methodName(method)}
                {method.isDefault && <Badge tone="accent">default</Badge>}
                {method.id === rechargedWith && <Badge>auto-recharge</Badge>}
              </span>
            ),
          },
          { key: "expires", head: "Expires", narrow: "meta", cell: (method) => <Expires method={method} /> },
          {
            key: "default",
            head: <span className="sr-only">Make it the default</span>,
            align: "right",
            narrow: "value",
            cell: (method) =>
              mayWrite && !method.isDefault && <MakeDefault accountId={accountId} method={method} />,
          },
          {
            key: "remove",
            head: <span className="sr-only">Remove</span>,
            align: "right",
            narrow: "meta-value",
            cell: (method) =>
              mayWrite && (
                <ConfirmDialog
                  trigger="Remove"
                  title={`Remove ${methodName(method)}?`}
                  verb="Remove"
                  done="The card is removed"
                  run={() => removeCard({ id: method.id }, accountId)}
                >
                  <p>It cannot be charged again until somebody enters it anew.</p>
                  {method.id === rechargedWith && (
                    <p className="font-medium">
                      Auto-recharge charges this card, and is switched off with it.
                    </p>
                  )}
                </ConfirmDialog>
              ),
          },
        ]}
      />
    </Card>
  );
}

function Expires({ method: { expMonth, expYear, expiry } }: { method: SavedMethod }) {
  if (expMonth === null || expYear === null) return <>—</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2 tabular-nums">
      {String(expMonth).padStart(2, "0")} / {expYear}
      {expiry === "soon" && <Badge tone="warn">expires soon</Badge>}
      {expiry === "expired" && <Badge tone="bad">expired</Badge>}
    </span>
  );
}

function MakeDefault({ accountId, method }: { accountId: string; method: SavedMethod }) {
  const save = async () => {
    const result = await makeDefaultCard({ id: method.id }, accountId);
    if (!result.ok) toast.error(result.message);
    return result;
  };
  const { submit, busy } = useSubmit(save, () => toast.success(`${methodName(method)} is the default now`));
  return (
    <Button look="row" size="sm" busy={busy} onClick={() => submit(undefined)}>
      Make default
    </Button>
  );
}
