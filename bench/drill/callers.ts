import { post } from "@/lib/ledger/post";
import { spend } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";

/** What was answered as committed: a promise that must be kept. */
export interface Promised {
  accountId: string;
  key: string;
}

/** Clients that post without a pause, and remember what they were promised and what they never heard of. */
export class Callers {
  readonly promised: Promised[] = [];
  readonly unheard: Promised[] = [];
  #running: Promise<unknown> = Promise.resolve();
  #goOn = false;
  #number = 0;

  constructor(
    private readonly accounts: readonly Context[],
    private readonly count: number,
  ) {}

  start(): void {
    this.#goOn = true;
    this.#running = Promise.all(Array.from({ length: this.count }, () => this.#call()));
  }

  /** Ends after what is on its way. */
  async stop(): Promise<void> {
    this.#goOn = false;
    await this.#running;
  }

  async #call(): Promise<void> {
    while (this.#goOn) {
      const number = this.#number++;
      const ctx = this.accounts[number % this.accounts.length];
      if (!ctx) throw new Error("there are no accounts");
      const call = { accountId: ctx.accountId, key: `drill:${number}` };
      const [outcome] = await post([spend(ctx, "0.000001", call.key)]).catch(() => []);
      if (outcome?.status === "posted") this.promised.push(call);
      else {
        this.unheard.push(call);
        // The server is gone: so are we, until somebody says where the new one is.
        return;
      }
    }
  }
}
