"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Sum } from "@/components/ui/sum";
import { acceptAdjustment, dropAdjustment } from "@/lib/backoffice/adjustments/actions";
import type { AdjustmentView } from "@/lib/backoffice/adjustments/list";
import { seenOf } from "@/lib/backoffice/adjustments/rules/seen";
import { unitName } from "@/lib/values/display/unit";
import { Decision } from "../decision";
import { KIND_NAMES } from "./kind-names";
import { NamedRow } from "./named-row";
import { OthersAbout } from "./others-about";

/** Shows what a proposal would do, and lets the second person approve or decline it; who made it can take it back. */
export function DecideAdjustment({ proposal }: { proposal: AdjustmentView }) {
  const { accountId, id, amount, others } = proposal;
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
      title={KIND_NAMES[proposal.kind].one}
      description={`${proposal.accountName}: ${proposal.reason}`}
    >
      <Decision
        isOwn={proposal.isOwn}
        accept={() => acceptAdjustment({ accountId, id, amount, others: seenOf(others) })}
        accepted="It is posted"
        drop={(note) => dropAdjustment({ accountId, id, note })}
        onDone={() => setOpen(false)}
      >
        <About proposal={proposal} />
      </Decision>
    </Dialog>
  );
}

function About({ proposal }: { proposal: AdjustmentView }) {
  const { amount, unit, balance, after, proposedBy, isOwn, others, named } = proposal;
  return (
    <>
      <Sum
        rows={[
          [`Balance now (${unitName(unit)})`, balance],
          [amount.startsWith("-") ? "Taken" : "Added", amount],
        ]}
        total={["Balance after it", after]}
      />
      {after.startsWith("-") && (
        <p className="text-warn">The balance goes below zero: the next credit pays it first.</p>
      )}
      <NamedRow named={named} amount={amount} unit={unit} />
      <OthersAbout others={others} unit={unit} />
      <p className="text-ink-muted">
        {isOwn
          ? "You proposed this. Another operator approves it."
          : `Proposed by ${proposedBy}. The customer is told by e-mail when it is posted.`}
      </p>
    </>
  );
}
