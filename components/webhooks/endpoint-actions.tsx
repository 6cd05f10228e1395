"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import { endWebhook, saveWebhook, sendFailedWebhooks, testWebhook } from "@/lib/webhooks/actions";
import type { EndpointInput } from "./endpoint-form";
import { EditEndpointDialog } from "./edit-endpoint-dialog";
import { RotateSecretDialog } from "./rotate-secret-dialog";
import { RunButton } from "./run-button";

/** What can be done with an endpoint. */
export function EndpointActions({
  accountId,
  id,
  endpoint,
  isEnabled,
}: {
  accountId: string;
  id: string;
  endpoint: EndpointInput;
  isEnabled: boolean;
}) {
  const router = useRouter();
  return (
    <div className="flex flex-wrap gap-2">
      {isEnabled && (
        <RunButton
          run={() => testWebhook({ id }, accountId)}
          done={() => "A test is on its way"}
          look="primary"
        >
          Send a test
        </RunButton>
      )}
      <EditEndpointDialog accountId={accountId} id={id} endpoint={endpoint} />
      <RotateSecretDialog accountId={accountId} id={id} />
      <RunButton
        run={() => saveWebhook({ id, is_enabled: !isEnabled }, accountId)}
        done={() => (isEnabled ? "The webhook is switched off" : "The webhook is switched on")}
        look={isEnabled ? "secondary" : "primary"}
      >
        {isEnabled ? "Switch off" : "Switch on"}
      </RunButton>
      <ConfirmDialog
        trigger="Delete"
        look="secondary"
        title="Delete this webhook?"
        verb="Delete"
        done="The webhook is deleted"
        run={async () => {
          const ended = await endWebhook({ id }, accountId);
          if (ended.ok) router.push("/settings/webhooks");
          return ended;
        }}
      >
        Nothing is sent there any more, what waits is given up, and its secret is erased.
      </ConfirmDialog>
    </div>
  );
}

/** Sends again what was given up. */
export function SendFailedButton({ accountId, id }: { accountId: string; id: string }) {
  return (
    <RunButton
      run={() => sendFailedWebhooks({ id }, accountId)}
      done={({ count }) => (count === 0 ? "Nothing was given up" : `${count} on the way again`)}
      size="sm"
    >
      Send failed again
    </RunButton>
  );
}
