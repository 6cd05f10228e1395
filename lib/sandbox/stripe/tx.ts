import type Stripe from "stripe";
import { API_VERSION } from "./version";
import { missing } from "./server/errors";
import { newId } from "./store/ids";
import type { Kind, Kinds } from "./store/kinds";
import type { Store } from "./store/store";

/** Whose doing a change is: a request of the API, or the sandbox itself. */
export interface Origin {
  requestId: string | null;
  idempotencyKey: string | null;
}

/** What a unit of work sees of the sandbox. All that it does is committed together, or not at all. */
export class Tx {
  constructor(
    private readonly store: Store,
    /** Seconds since 1970 by the sandbox's clock. */
    readonly now: number,
    /** Where the sandbox is reached, without a slash at the end. */
    readonly url: string,
    private readonly origin: Origin,
    /** Is told of each event: its type, and the id of its object. */
    private readonly react: (type: string, tx: Tx, id: string) => void,
  ) {}

  get<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.store.get(kind, id);
  }

  /** The object; where there is none, Stripe's error for it. `param` names the parameter that held the id. */
  need<K extends Kind>(kind: K, id: string, param?: string): Kinds[K] {
    return this.store.get(kind, id) ?? fail(missing(wordsOf(kind), id, param));
  }

  /** Every object of a kind, oldest first. */
  all<K extends Kind>(kind: K): Kinds[K][] {
    return this.store.all(kind);
  }

  put<K extends Kind>(kind: K, object: Kinds[K] & { id: string }): Kinds[K] & { id: string } {
    this.store.put(kind, object.id, object);
    return object;
  }

  /** Stores under an id that is not the object's own: what the sandbox remembers about something else. */
  remember<K extends Kind>(kind: K, id: string, object: Kinds[K]): void {
    this.store.put(kind, id, object);
  }

  /** Changes some fields, and returns the object as it is now. */
  change<K extends Kind>(kind: K, id: string, fields: Partial<Kinds[K]>): Kinds[K] {
    const changed = { ...this.need(kind, id), ...fields };
    this.store.put(kind, id, changed);
    return changed;
  }

  forget(kind: Kind, id: string): void {
    this.store.remove(kind, id);
  }

  /** Has the task of that name run on the subject when the clock gets there. */
  schedule(name: string, subject: string, due: number): void {
    this.put("_task", { id: newId("task"), name, subject, due });
  }

  /**
   * Tells the world: an event with the object as it is now, on its way to every endpoint that asked for its type.
   * @param before the old values of the fields that changed, for events that end in `updated`
   */
  emit(type: string, object: object, before?: object): void {
    const endpoints = this.all("webhook_endpoint").filter(
      ({ status, enabled_events }) =>
        status === "enabled" && (enabled_events.includes("*") || enabled_events.includes(type)),
    );
    const event = {
      id: newId("evt"),
      object: "event",
      api_version: API_VERSION,
      created: this.now,
      data: before ? { object, previous_attributes: before } : { object },
      livemode: false,
      pending_webhooks: endpoints.length,
      request: { id: this.origin.requestId, idempotency_key: this.origin.idempotencyKey },
      type,
    } as Stripe.Event;
    this.put("event", event);
    for (const endpoint of endpoints) this.deliver(event.id, endpoint.id);
    if ("id" in object && typeof object.id === "string") this.react(type, this, object.id);
  }

  /** Puts an event on its way to an endpoint, as a delivery of its own. */
  deliver(event: string, endpoint: string): void {
    const delivery = { event, endpoint, attempts: 0, due: this.now, status: null };
    this.put("_delivery", { id: newId("del"), state: "waiting", ...delivery });
  }
}

function wordsOf(kind: Kind): string {
  return kind === "payment_method" ? "PaymentMethod" : kind.replace(/[._]/g, " ").trim();
}

function fail(error: Error): never {
  throw error;
}
