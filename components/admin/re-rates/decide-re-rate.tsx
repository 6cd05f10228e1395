"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { acceptReRate, dropReRate } from "@/lib/backoffice/re-rates/actions";
import type { ReRateTotal } from "@/lib/backoffice/re-rates/rules/totals";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";

/** Lets the second person approve what this page shows, or decline it; who proposed it can take it back. */
export function DecideReRate({
  id,
  digest,
  isOwn,
  totals,
}: {
  id: string;
  digest: string;
  isOwn: boolean;
  totals: readonly ReRateTotal[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="text-sm text-ink-muted">
        {isOwn ? "You proposed this. Another operator approves it." : "Nothing is posted yet."}
      </span>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button look={isOwn ? "secondary" : "primary"}>{isOwn ? "Take it back" : "Decide"}</Button>}
        title={isOwn ? "Take the re-rate back" : "Decide about the re-rate"}
        description={totals.map(inWords).join(" ")}
      >
        <Decision id={id} digest={digest} isOwn={isOwn} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function inWords({ unit, accounts, given, charged }: ReRateTotal): string {
  const words = unitName(unit);
  return `${displayAmount(given)} ${words} are given back and ${displayAmount(charged)} charged in addition, in ${accounts} ${accounts === 1 ? "account" : "accounts"}.`;
}

function Decision({
  id,
  digest,
  isOwn,
  onDone,
}: {
  id: string;
  digest: string;
  isOwn: boolean;
  onDone: () => void;
}) {
  const [note, setNote] = useState("");
  const accept = useSubmit(acceptReRate, () => {
    toast.success("Approved: it is being posted");
    onDone();
  });
  const drop = useSubmit(dropReRate, ({ status }) => {
    toast.success(status === "declined" ? "It is declined" : "It is taken back");
    onDone();
  });
  return (
    <div className="space-y-4">
      <FormError message={accept.message ?? drop.message} requestId={accept.requestId ?? drop.requestId} />
      <Field
        label={isOwn ? "Why it is taken back" : "Note"}
        hint={isOwn ? undefined : "Only with a decline."}
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
        <Button busy={drop.busy} disabled={accept.busy} onClick={() => drop.submit({ id, note })}>
          {isOwn ? "Take it back" : "Decline"}
        </Button>
        {!isOwn && (
          <Button
            look="primary"
            busy={accept.busy}
            disabled={drop.busy}
            onClick={() => accept.submit({ id, digest })}
          >
            Approve and post
          </Button>
        )}
      </div>
    </div>
  );
}
