import { EVENT_SECONDS } from "../events/events";
import { KEY_SECONDS } from "../server/idempotency";
import type { Tx } from "../tx";

/** Forgets idempotency keys and events that nobody can ask for any more, so that the journal does not grow for ever. */
export function forgetOld(tx: Tx): void {
  const old = tx.all("event").filter(({ created }) => created <= tx.now - EVENT_SECONDS);
  const gone = new Set(old.map(({ id }) => id));
  for (const id of gone) tx.forget("event", id);
  for (const delivery of tx.all("_delivery"))
    if (gone.has(delivery.event)) tx.forget("_delivery", delivery.id);
  for (const { key, at } of tx.all("_key")) if (at + KEY_SECONDS < tx.now) tx.forget("_key", key);
}
