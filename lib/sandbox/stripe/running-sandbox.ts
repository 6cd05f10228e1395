import { Clock } from "./clock";
import { Calls } from "./control/calls";
import { Faults } from "./control/faults";
import { Deliveries } from "./events/deliveries";
import { forgetOld } from "./store/forget-old";
import { Tasks } from "./tasks";
import type { Sandbox } from "./sandbox";
import { StripeError } from "./server/errors";
import type { Includes, Resource } from "./server/route";
import { Store } from "./store/store";
import { type Origin, Tx } from "./tx";

const ITSELF: Origin = { requestId: null, idempotencyKey: null };

/** A sandbox at work: its state, and all that runs by itself. */
export class RunningSandbox implements Sandbox {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly calls = new Calls();
  readonly tasks: Tasks;
  readonly deliveries: Deliveries;
  readonly includes: Includes;
  /** Idempotency keys whose first request is being carried out. */
  readonly keysInUse = new Set<string>();
  url = "http://127.0.0.1";
  private readonly store: Store;
  private working = false;

  constructor(
    folder: string | null,
    readonly resources: readonly Resource[],
  ) {
    this.store = new Store(folder);
    this.clock = new Clock(this.store);
    this.includes = mergeIncludes(resources);
    this.tasks = new Tasks(this, resources);
    this.deliveries = new Deliveries(this);
  }

  transact<T>(work: (tx: Tx) => T, origin: Origin = ITSELF): T {
    try {
      return this.alone(() => this.carryOut(work, origin));
    } finally {
      this.tasks.wake();
      this.deliveries.wake();
    }
  }

  read<T>(work: (tx: Tx) => T): T {
    return this.alone(() => {
      try {
        return work(this.begin(ITSELF));
      } finally {
        this.store.rollBack();
      }
    });
  }

  advance(seconds: number): void {
    this.transact(() => this.clock.advance(seconds));
  }

  /** Starts what runs by itself: tasks and deliveries, also those that were left by the process before. */
  start(): void {
    this.transact(forgetOld);
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

  private begin(origin: Origin): Tx {
    return new Tx(this.store, this.clock.now(), this.url, origin, this.react);
  }

  private carryOut<T>(work: (tx: Tx) => T, origin: Origin): T {
    try {
      const result = work(this.begin(origin));
      this.store.commit();
      return result;
    } catch (error) {
      if (error instanceof StripeError && error.keeps) this.store.commit();
      else this.store.rollBack();
      throw error;
    }
  }

  /** A unit of work within another would undo or commit what is not its own. */
  private alone<T>(work: () => T): T {
    if (this.working) throw new Error("A unit of work cannot begin within another.");
    this.working = true;
    try {
      return work();
    } finally {
      this.working = false;
    }
  }
}

function mergeIncludes(resources: readonly Resource[]): Includes {
  const merged: Record<string, object> = {};
  for (const { includes = {} } of resources)
    for (const [kind, fields] of Object.entries(includes)) merged[kind] = { ...merged[kind], ...fields };
  return merged;
}
