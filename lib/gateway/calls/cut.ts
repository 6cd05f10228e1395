import type { Outcome } from "./call";

/** When and why a call to the provider is stopped before its end. */
export class Cut {
  /** Why; null while it runs. */
  reason: Extract<Outcome, "client_aborted" | "timeout" | "abandoned"> | null = null;
  readonly stopped: Promise<void>;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private began = false;
  private left = false;

  constructor(timeoutSeconds: number) {
    this.timer = setTimeout(() => this.now("timeout"), timeoutSeconds * 1_000);
    this.stopped = new Promise((resolve) => {
      this.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Follows a caller, who may have left already. */
  follow(caller: AbortSignal): void {
    if (caller.aborted) this.leave();
    else caller.addEventListener("abort", () => this.leave(), { once: true });
  }

  /** The caller has left. What was sent is under way: it is stopped once the provider has said what it is called there. */
  leave(): void {
    this.left = true;
    if (this.began) this.now("client_aborted");
  }

  /** The provider's answer has begun. */
  begin(): void {
    this.began = true;
    if (this.left) this.now("client_aborted");
  }

  now(reason: NonNullable<Cut["reason"]>): void {
    if (this.reason !== null) return;
    this.reason = reason;
    this.controller.abort();
  }

  /** It is over: nothing can stop it any more. */
  end(): void {
    clearTimeout(this.timer);
  }
}
