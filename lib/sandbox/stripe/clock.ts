import type { Store } from "./store/store";

/** The sandbox's time: the machine's, and as much further as it was advanced. */
export class Clock {
  constructor(private readonly store: Store) {}

  /** Whole seconds since 1970. */
  now(): number {
    return Math.floor(this.exact());
  }

  /** Seconds since 1970, with fractions. */
  exact(): number {
    return Date.now() / 1000 + (this.store.get("_clock", "clock")?.advanced ?? 0);
  }

  /** Moves time forward; to be committed by the caller. */
  advance(seconds: number): void {
    const advanced = (this.store.get("_clock", "clock")?.advanced ?? 0) + seconds;
    this.store.put("_clock", "clock", { advanced });
  }
}
