import type { Clock } from "./clock";
import type { Origin, Tx } from "./tx";

/** The state of a sandbox, and the only way to change it. */
export interface World {
  readonly clock: Clock;
  /**
   * Runs a unit of work: all its changes are written down before this returns. An error undoes them, but for one that
   * says that they stay (a declined card).
   */
  transact<T>(work: (tx: Tx) => T, origin?: Origin): T;
  /** Reads, and undoes what the work might change. */
  read<T>(work: (tx: Tx) => T): T;
}
