"use client";

import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AlertView } from "@/lib/alerts/list-alerts";
import type { Unit } from "@/lib/values/ids";
import { amountOf, atInWords, receiversInWords } from "./alert";
import { AlertForm } from "./alert-form";
import { LetterPreview } from "./letter-preview";

/** Between two channels; no line begins with the dot. */
const NEXT = "\u00a0· ";

/** One alert: at what, on which channels, and who gets the mail. */
export function AlertRow({
  accountId,
  unit,
  alert,
  mayWrite,
  remove,
}: {
  accountId: string;
  unit: Unit;
  alert: AlertView;
  mayWrite: boolean;
  remove: ReactNode;
}) {
  const [changing, setChanging] = useState(false);
  const name = atInWords(alert, unit);
  const { kind, at, inBanner, byEmail, byWebhook, isEnabled, isReached, letter } = alert;
  return (
    <li className="grid gap-x-6 gap-y-2 px-5 py-3 xl:grid-cols-[11rem_minmax(0,1fr)_auto] xl:items-center xl:gap-x-4">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 text-sm font-medium tabular-nums">
          {name}
          {!isEnabled ? <Badge>off</Badge> : isReached ? <Badge tone="warn">reached</Badge> : null}
        </h3>
        {kind !== "amount" && at !== null && (
          <p className="text-xs text-ink-muted tabular-nums">at {amountOf(at, unit)} left</p>
        )}
      </div>
      <p className="min-w-0 text-sm wrap-anywhere">
        {inBanner && "Banner"}
        {inBanner && byEmail && NEXT}
        {byEmail && (
          <>
            E-mail <span className="text-ink-muted">to {receiversInWords(alert)}</span>
          </>
        )}
        {byWebhook && (inBanner || byEmail ? `${NEXT}Webhook` : "Webhook")}
      </p>
      <div className="flex flex-wrap gap-1 md:max-xl:-ml-2.5 xl:justify-end xl:pointer-fine:-mr-2.5 narrow:gap-2">
        {byEmail && (
          <Dialog
            trigger={
              <Button look="row" size="sm" aria-label={`Preview the e-mail at ${name}`}>
                Preview
              </Button>
            }
            title="The e-mail"
          >
            <LetterPreview letter={letter} />
          </Dialog>
        )}
        {mayWrite && (
          <>
            <Dialog
              open={changing}
              onOpenChange={setChanging}
              trigger={
                <Button look="row" size="sm" aria-label={`Edit the alert at ${name}`}>
                  Edit
                </Button>
              }
              title={`Edit the alert at ${name}`}
            >
              <AlertForm accountId={accountId} unit={unit} alert={alert} onDone={() => setChanging(false)} />
            </Dialog>
            {remove}
          </>
        )}
      </div>
    </li>
  );
}
