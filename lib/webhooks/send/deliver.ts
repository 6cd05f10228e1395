import type { Dispatcher } from "undici";
import { bodyOf, signedHeaders } from "../rules/message";
import { openSecret } from "../secret";
import type { DueDelivery } from "./claim-due";
import { noteAttempt } from "./note-attempt";
import { postMessage } from "./post-message";

const UNREADABLE = {
  tookMs: 0,
  status: null,
  error: "The signing secret cannot be opened any more. Rotate it, and send this again.",
  answer: "",
  retryAfterMs: null,
};

/** Makes one attempt at a delivery that was claimed. If the process dies before it is noted, it is made again under the same id. */
export async function deliver(agent: Dispatcher, due: DueDelivery): Promise<void> {
  const { accountId, endpointId, eventId, url, secret, oldSecret } = due;
  const secrets = [secret, oldSecret].flatMap(
    (sealed) => (sealed && openSecret(sealed, { accountId, id: endpointId })) ?? [],
  );
  if (secrets.length === 0) return noteAttempt(due, UNREADABLE);
  const body = bodyOf(due);
  await noteAttempt(
    due,
    await postMessage(agent, url, body, signedHeaders(eventId, body, secrets, new Date())),
  );
}
