"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { addWebhook } from "@/lib/webhooks/actions";
import { EndpointForm } from "./endpoint-form";
import { SecretShownOnce } from "./secret-shown-once";

/** Takes an address that is told of what happens, and shows the secret that its messages are signed with. */
export function NewEndpointDialog({ accountId }: { accountId: string }) {
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setSecret(null);
      }}
      trigger={<Button look="primary">Add a webhook</Button>}
      title={secret ? "The webhook’s secret" : "Add a webhook"}
    >
      {secret ? (
        <SecretShownOnce secret={secret} />
      ) : (
        <EndpointForm
          verb="Add webhook"
          action={(input) => addWebhook(input, accountId)}
          onDone={(added) => setSecret(added.secret)}
        />
      )}
    </Dialog>
  );
}
