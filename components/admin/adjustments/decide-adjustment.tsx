"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Sum } from "@/components/ui/sum";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { acceptAdjustment, dropAdjustment } from "@/lib/backoffice/adjustments/actions";
import type { AdjustmentView } from "@/lib/backoffice/adjustments/list";
import { seenOf } from "@/lib/backoffice/adjustments/rules/seen";
import { unitName } from "@/lib/values/display/unit";
import { OthersAbout } from "./others-about";

/** Shows what a proposal would do, and lets the second person approve or decline it; who made it can take it back. */
export function DecideAdjustment({ proposal }: { proposal: AdjustmentView }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" look={proposal.isOwn ? "secondary" : "primary"}>
          {proposal.isOwn ? "Waits for a colleague" : "Decide"}
        </Button>
      }
      title={proposal.kind === "grant" ? "Promotional credit" : "Correction"}
      description={`${proposal.accountName}: ${proposal.reason}`}
    >
      <Decision proposal={proposal} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function Decision({ proposal, onDone }: { proposal: AdjustmentView; onDone: () => void }) {
  const { accountId, id, amount, unit, balance, after, proposedBy, isOwn, others } = proposal;
  const [note, setNote] = useState("");
  const accept = useSubmit(acceptAdjustment, () => {
    toast.success("It is posted");
    onDone();
  });
  const drop = useSubmit(dropAdjustment, ({ status }) => {
    toast.success(status === "declined" ? "It is declined" : "It is taken back");
    onDone();
  });
  const words = unitName(unit);
  return (
    <div className="space-y-4 text-sm">
      <FormError message={accept.message ?? drop.message} requestId={accept.requestId ?? drop.requestId} />
      <Sum
        rows={[
          [`Balance now, ${words}`, balance],
          [amount.startsWith("-") ? "Taken" : "Added", amount],
        ]}
        total={["Balance after it", after]}
      />
      {after.startsWith("-") && (
        <p className="text-warn">The balance goes below zero: the next credit pays it first.</p>
      )}
      <OthersAbout others={others} unit={unit} />
      <p className="text-ink-muted">
        {isOwn
          ? "You proposed this. Another operator approves it."
          : `Proposed by ${proposedBy}. The customer is told by mail when it is posted.`}
      </p>
      <Field
        label={isOwn ? "Why it is taken back" : "Note"}
        hint="Only with a decline."
        error={drop.fault("note")}
      >
        <Input
          value={note}
          onChange={({ target }) => setNote(target.value)}
          maxLength={300}
          autoComplete="off"
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button busy={drop.busy} disabled={accept.busy} onClick={() => drop.submit({ accountId, id, note })}>
          {isOwn ? "Take it back" : "Decline"}
        </Button>
        {!isOwn && (
          <Button
            look="primary"
            busy={accept.busy}
            disabled={drop.busy}
            onClick={() => accept.submit({ accountId, id, amount, others: seenOf(others) })}
          >
            Approve and post
          </Button>
        )}
      </div>
    </div>
  );
}
