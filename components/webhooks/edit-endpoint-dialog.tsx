"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { saveWebhook } from "@/lib/webhooks/actions";
import { EndpointForm, type EndpointInput } from "./endpoint-form";

/** Changes where messages go, and of what. */
export function EditEndpointDialog({
  accountId,
  id,
  endpoint,
}: {
  accountId: string;
  id: string;
  endpoint: EndpointInput;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} trigger={<Button>Edit</Button>} title="Edit the webhook">
      <EndpointForm
        verb="Save"
        initial={endpoint}
        action={(input) => saveWebhook({ id, ...input }, accountId)}
        onDone={() => {
          setOpen(false);
          toast.success("The webhook is saved");
        }}
      />
    </Dialog>
  );
}
