import { extendHold } from "@/lib/ledger/extend-hold";
import type { GatewayCall, Progress } from "./call";
import { enter, leave } from "./crowd";
import { noteProgress } from "./rows";

const BEAT_MS = 5_000;
/** A hold is extended with every so manieth beat: that takes the wallet's lock. */
const EXTEND_EVERY = 12;
/** A hold outlives its call's last sign of life by this much, so that whoever settles it finds it open. */
export const HOLD_MS = 10 * 60_000;

/** Keeps a running call's hold and row alive, and counts it among those that run here. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private last: Promise<void> = Promise.resolve();
  private beats = 0;
  private isOver = false;

  constructor(
    private readonly call: GatewayCall,
    private readonly progress: () => Progress,
    /** Somebody has settled the call: whatever it goes on to produce would be for nothing. */
    private readonly onEnded: () => void,
  ) {
    this.timer = setInterval(() => this.beat(++this.beats % EXTEND_EVERY === 0), BEAT_MS);
    enter(call.ctx.accountId);
  }

  /** Writes down now how far the call is, behind what is being written. */
  beat(extend = false): void {
    this.last = this.last.then(() => this.write(extend)).catch(() => undefined);
  }

  /** Nobody waits for the last of it: what comes behind the end of the call changes nothing. */
  stop(): void {
    clearInterval(this.timer);
    if (!this.isOver) leave(this.call.ctx.accountId);
    this.isOver = true;
  }

  // A beat that fails is followed by another. After half a minute without one the worker takes over.
  private async write(extend: boolean): Promise<void> {
    if (!(await noteProgress(this.call, this.progress()))) return this.onEnded();
    if (extend) await extendHold(this.call.ctx, this.call.id, new Date(Date.now() + HOLD_MS));
  }
}
