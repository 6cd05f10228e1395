import { Clock } from "./clock";
import { Calls } from "./control/calls";
import { Faults } from "./control/faults";
import { Deliveries } from "./events/deliveries";
import { Tasks } from "./tasks";
import { StripeError } from "./server/errors";
import type { Includes, Resource } from "./server/route";
import { Store } from "./store/store";
import { type Origin, Tx } from "./tx";

const ITSELF: Origin = { requestId: null, idempotencyKey: null };

/** The whole state of a sandbox, and the only way to change it. */
export class Sandbox {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly calls = new Calls();
  readonly tasks: Tasks;
  readonly deliveries: Deliveries;
  readonly includes: Includes;
  /** Idempotency keys whose first request is being carried out. */
  readonly keysInUse = new Set<string>();
  /** Where it is reached; known when it listens. */
  url = "http://127.0.0.1";
  private readonly store: Store;

  constructor(
    folder: string | null,
    readonly resources: readonly Resource[],
  ) {
    this.store = new Store(folder);
    this.clock = new Clock(this.store);
    this.includes = mergeIncludes(resources);
    this.tasks = new Tasks(this);
    this.deliveries = new Deliveries(this);
  }

  /**
   * Runs a unit of work: all its changes are written down before this returns. An error undoes them, but for one that
   * says that they stay (a declined card).
   */
  transact<T>(work: (tx: Tx) => T, origin: Origin = ITSELF): T {
    try {
      const result = work(new Tx(this.store, this.clock.now(), this.url, origin, this.react));
      this.store.commit();
      this.wake();
      return result;
    } catch (error) {
      if (error instanceof StripeError && error.keeps) {
        this.store.commit();
        this.wake();
      } else this.store.rollBack();
      throw error;
    }
  }

  /** Reads, and undoes what the work might change. */
  read<T>(work: (tx: Tx) => T): T {
    try {
      return work(new Tx(this.store, this.clock.now(), this.url, ITSELF, this.react));
    } finally {
      this.store.rollBack();
    }
  }

  /** Moves the clock, and does all that has become due by then. */
  advance(seconds: number): void {
    this.transact(() => this.clock.advance(seconds));
  }

  /** Starts what runs by itself: tasks and deliveries, also those that were left by the process before. */
  start(): void {
    this.tasks.start();
    this.deliveries.start();
  }

  close(): void {
    this.tasks.stop();
    this.deliveries.stop();
    this.store.close();
  }

  private readonly react = (type: string, tx: Tx, id: string): void => {
    for (const { reactions } of this.resources) reactions?.[type]?.(tx, id);
  };

  private wake(): void {
    this.tasks.wake();
    this.deliveries.wake();
  }
}

function mergeIncludes(resources: readonly Resource[]): Includes {
  const merged: Record<string, object> = {};
  for (const { includes = {} } of resources)
    for (const [kind, fields] of Object.entries(includes)) merged[kind] = { ...merged[kind], ...fields };
  return merged;
}
