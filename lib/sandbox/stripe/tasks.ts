import type { Resource } from "./server/route";
import type { World } from "./world";

/** Does what was scheduled when the clock gets there. */
export class Tasks {
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private started = false;

  constructor(
    private readonly world: World,
    private readonly resources: readonly Resource[],
  ) {}

  start(): void {
    this.started = true;
    this.wake();
  }

  stop(): void {
    this.started = false;
    clearTimeout(this.timer);
  }

  /** Runs what is due, and sleeps until the next. */
  wake(): void {
    if (!this.started || this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      while (this.runNext());
    } finally {
      this.running = false;
    }
    const next = this.first();
    if (!next) return;
    const wait = (next.due - this.world.clock.exact()) * 1000;
    this.timer = setTimeout(() => this.wake(), Math.min(Math.max(wait, 1), 3_600_000));
    this.timer.unref();
  }

  private runNext(): boolean {
    const task = this.first();
    if (!task || task.due > this.world.clock.exact()) return false;
    try {
      this.world.transact((tx) => {
        tx.forget("_task", task.id);
        for (const { tasks } of this.resources) tasks?.[task.name]?.(tx, task.subject);
      });
    } catch (error) {
      console.error(`stripe sandbox: ${task.name} of ${task.subject}:`, error);
      this.world.transact((tx) => tx.forget("_task", task.id));
    }
    return true;
  }

  private first() {
    return this.world
      .read((tx) => tx.all("_task"))
      .reduce<{ id: string; name: string; subject: string; due: number } | undefined>(
        (first, task) => (first && first.due <= task.due ? first : task),
        undefined,
      );
  }
}
