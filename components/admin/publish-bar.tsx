"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { UtcTime } from "@/components/ui/utc-time";
import { dropDraft, putInForce } from "@/lib/metering/drafts/actions";
import type { Difference } from "@/lib/metering/drafts/rules/differences";
import { DifferencesTable } from "./differences-table";
import { told } from "./told";

/** A draft as it is saved, and what it would change. */
export interface DraftState {
  revision: number;
  /** The version that it would follow; null for an account's first own prices. */
  against: number | null;
  validFrom: string | null;
  differences: readonly Difference[];
}

/** What can become of a draft: tried on past usage, put away, or published. The last only as it is saved. */
export function PublishBar(
  props: Omit<DraftState, "revision"> & { id: string; revision: number; isChanged: boolean },
) {
  const { id, revision, isChanged } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const discard = useSubmit(
    () => told(dropDraft({ id, revision })),
    () => {
      toast.success("The draft is put away");
      router.push("/admin/rate-cards");
    },
  );
  return (
    <>
      <Dialog trigger={<Button>Discard</Button>} title="Discard this draft?">
        <p className="text-sm text-ink-muted">No price changes. The draft cannot be opened again.</p>
        <div className="mt-4">
          <FormFoot>
            <Button look="danger" busy={discard.busy} onClick={() => discard.submit(undefined)}>
              Discard the draft
            </Button>
          </FormFoot>
        </div>
      </Dialog>
      <LinkButton href={`/admin/rate-cards/drafts/${id}/backtest`}>Backtest</LinkButton>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button look="primary" disabled={isChanged}>
            Publish…
          </Button>
        }
        title="Publish this rate card?"
        className="max-w-3xl"
      >
        <Confirmation {...props} />
      </Dialog>
    </>
  );
}

function Confirmation({ id, revision, against, validFrom, differences }: DraftState & { id: string }) {
  const router = useRouter();
  const { submit, busy, fault, message, requestId } = useSubmit(putInForce, ({ version }) => {
    toast.success(`Version ${version} is published`);
    router.push(`/admin/rate-cards/${version}`);
  });
  return (
    <div className="space-y-4">
      <FormError message={message ?? fault("validFrom") ?? fault("entries") ?? null} requestId={requestId} />
      <p className="text-sm text-ink-muted">
        It prices calls that run{" "}
        {validFrom ? (
          <>
            from <UtcTime at={validFrom} /> on
          </>
        ) : (
          "from now on"
        )}
        . What was charged keeps its price. A version never changes; another one can follow it. No call is
        charged less than its recorded cost: where a price is below it, the cost is charged.{" "}
        {against === null ? "Before it there are no own prices." : `Against version ${against}:`}
      </p>
      <div className="max-h-96 overflow-y-auto rounded-lg border">
        <DifferencesTable differences={differences} />
      </div>
      <FormFoot>
        <Button look="primary" busy={busy} onClick={() => submit({ id, revision })}>
          Publish
        </Button>
      </FormFoot>
    </div>
  );
}
