"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { askForAddressLink } from "@/lib/accounts/personal/actions";

/** What somebody cannot do before their address is proven, and the way there. */
export function ConfirmAddress({ email }: { email: string }) {
  const { submit, busy, message } = useSubmit(askForAddressLink, () =>
    toast.success(`A link is on its way to ${email}`),
  );
  return (
    <Banner
      action={
        <Button busy={busy} onClick={() => submit({})}>
          Send the link again
        </Button>
      }
    >
      {message ??
        `Confirm your address to invite others and to have alerts sent to further addresses: the link is in the e-mail to ${email}.`}
    </Banner>
  );
}
