const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Says how far a step is, such as "45 %". */
export type Say = (detail: string) => void;

/** Shows the steps of the start as they go: a line that lives on a terminal, a line for each step elsewhere. */
export class Progress {
  private readonly active = new Map<string, string>();
  private readonly live = process.stdout.isTTY === true;
  private timer: NodeJS.Timeout | undefined;
  private frame = 0;

  /** Runs a step. Steps may run at the same time. */
  async step<Result>(name: string, work: (say: Say) => Promise<Result>): Promise<Result> {
    const began = Date.now();
    this.begin(name);
    try {
      const result = await work((detail) => this.active.set(name, ` ${detail}`));
      this.end(name, `✓ ${name}${seconds(began)}`);
      return result;
    } catch (error) {
      this.end(name, `✗ ${name}${seconds(began)}`);
      throw error;
    }
  }

  /** A line that stays. */
  say(line: string): void {
    if (this.live) process.stdout.write("\r\x1b[K");
    console.log(line);
  }

  private begin(name: string): void {
    this.active.set(name, "");
    if (!this.live) console.log(`… ${name}`);
    else this.timer ??= setInterval(() => this.draw(), 100);
  }

  private end(name: string, line: string): void {
    this.active.delete(name);
    this.say(line);
    if (this.active.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private draw(): void {
    this.frame = (this.frame + 1) % FRAMES.length;
    const line = [...this.active].map(([name, detail]) => name + detail).join(" · ");
    process.stdout.write(
      `\r\x1b[K${FRAMES[this.frame]} ${line.slice(0, (process.stdout.columns ?? 80) - 3)}`,
    );
  }
}

function seconds(began: number): string {
  const passed = (Date.now() - began) / 1000;
  return passed < 0.5 ? "" : ` (${passed.toFixed(1)} s)`;
}
