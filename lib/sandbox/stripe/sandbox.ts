import type { Calls } from "./control/calls";
import type { Faults } from "./control/faults";
import type { Deliveries } from "./events/deliveries";
import type { World } from "./world";

/** A sandbox as its pages and its control API see it. */
export interface Sandbox extends World {
  /** Where it is reached, without a slash at the end. */
  readonly url: string;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly deliveries: Deliveries;
  /** Moves the clock, and does all that has become due by then. */
  advance(seconds: number): void;
}
