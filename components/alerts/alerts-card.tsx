"use client";

import { BellOff } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { defaultAlerts, dropAlert } from "@/lib/alerts/actions";
import type { WalletAlerts } from "@/lib/alerts/list-alerts";
import { displayAmount } from "@/lib/values/display/amount";
import { amountOf, atInWords } from "./alert";
import { AlertForm } from "./alert-form";
import { AlertRow } from "./alert-row";

const TITLES = { credit: "Credits", tool_run: "Tool runs" } as const;

/** The alerts of one wallet: when, how and to whom, and what can be done about each. */
export function AlertsCard({
  accountId,
  wallet,
  mayWrite,
}: {
  accountId: string;
  wallet: WalletAlerts;
  mayWrite: boolean;
}) {
  const { unit, balance, allocation, hasOwn, alerts } = wallet;
  const [adding, setAdding] = useState(false);
  const title = TITLES[unit];
  return (
    <Card
      title={title}
      description={`${displayAmount(balance)} of ${amountOf(allocation, unit)} are left. Each alert comes once, and again after ${unit === "credit" ? "credit is" : "runs are"} added. ${hasOwn ? "These are alerts of your own." : "These are the defaults."}`}
      actions={
        mayWrite && (
          <>
            {hasOwn && (
              <ConfirmDialog
                trigger="Back to defaults"
                look="secondary"
                title={`Put the alerts of ${title.toLowerCase()} back to the defaults?`}
                verb="Back to defaults"
                done="The defaults are in force"
                run={() => defaultAlerts({ unit }, accountId)}
              >
                <p>
                  Banners come at 20, 50, 70, 80, 90, 95 and 100 % used, e-mails to owners, admins and billing
                  members at 50, 70, 80, 90 and 95 %. What you have set here is removed.
                </p>
              </ConfirmDialog>
            )}
            <Dialog
              open={adding}
              onOpenChange={setAdding}
              trigger={
                <Button look="primary" aria-label={`New alert: ${title}`}>
                  New alert
                </Button>
              }
              title={`New alert: ${title}`}
            >
              <AlertForm accountId={accountId} unit={unit} alert={null} onDone={() => setAdding(false)} />
            </Dialog>
          </>
        )
      }
      flush
    >
      {alerts.length === 0 ? (
        <EmptyState icon={BellOff} title="Nobody is told">
          Only the notice that nothing is left is shown, which cannot be switched off.
        </EmptyState>
      ) : (
        <ul className="divide-y" aria-label={`Alerts: ${title}`}>
          {alerts.map((alert) => (
            <AlertRow
              key={alert.key}
              accountId={accountId}
              unit={unit}
              alert={alert}
              mayWrite={mayWrite}
              remove={
                <ConfirmDialog
                  trigger="Remove"
                  title={`Remove the alert at ${atInWords(alert, unit)}?`}
                  verb="Remove"
                  done={`The alert at ${atInWords(alert, unit)} is removed`}
                  run={() => dropAlert({ unit, key: alert.key }, accountId)}
                >
                  <p>Nobody is told at {atInWords(alert, unit)} any more. The other alerts stay.</p>
                </ConfirmDialog>
              }
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
