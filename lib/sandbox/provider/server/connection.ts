import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** The way back to a caller, who may go away at any time. */
export class Connection {
  private readonly gone = new AbortController();

  constructor(private readonly response: ServerResponse) {
    if (response.closed || response.destroyed) this.gone.abort();
    response.once("close", () => this.gone.abort());
  }

  get isOpen(): boolean {
    return !this.gone.signal.aborted;
  }

  /** Waits, but no longer than the caller does. Also without a time, others get their turn. */
  async wait(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.gone.signal }).catch(() => undefined);
    else await new Promise((resolve) => setImmediate(resolve));
  }

  begin(status: number, headers: Readonly<Record<string, string>>): void {
    if (!this.isOpen) return;
    this.response.writeHead(status, headers);
    this.response.flushHeaders();
  }

  /** Sends a part, and waits where the caller reads slower than it is sent. */
  async send(text: string): Promise<void> {
    if (!this.isOpen || this.response.write(text)) return;
    await new Promise<void>((resolve) => {
      this.response.once("drain", resolve);
      this.gone.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  end(text = ""): void {
    if (this.isOpen) this.response.end(text);
  }

  /** Breaks the connection once what was sent is on its way. */
  break(): void {
    const { socket } = this.response;
    if (socket) socket.destroySoon();
    else this.response.destroy();
  }
}
