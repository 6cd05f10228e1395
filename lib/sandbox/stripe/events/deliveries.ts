import type { World } from "../world";
import type { Delivery } from "../store/kinds";
import { attempt } from "./attempt";
import { type Mode, modeSchema } from "./mode";

/** Seconds until the next try, after each that failed; the last one is repeated until there were `MAX_ATTEMPTS`. */
const BACK_OFF = [1, 2, 5, 15, 60, 300, 1800, 7200, 28_800];
const MAX_ATTEMPTS = 16;
const AT_ONCE = 8;
/** What comes within this time is in one lot when the order is turned round. */
const REORDER_MS = 1_000;

/** Brings events to webhook endpoints: several at once and in no certain order, again and again until one is taken. */
export class Deliveries {
  mode: Mode = modeSchema.parse({});
  private readonly underway = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private wakes = 0;
  private started = false;

  constructor(private readonly world: World) {}

  start(): void {
    this.started = true;
    this.wake();
  }

  stop(): void {
    this.started = false;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Looks soon for what is due. */
  wake(): void {
    if (this.started) this.sleep(this.mode.reorder ? REORDER_MS : 2);
  }

  /** Sends all that waits, whenever it was due, and returns when each has been tried once. */
  async flush(): Promise<{ tried: number; delivered: number }> {
    await Promise.all(this.underway.values());
    const waiting = this.waiting();
    for (const delivery of waiting) await this.send(delivery);
    const left = new Set(this.waiting().map(({ id }) => id));
    return { tried: waiting.length, delivered: waiting.filter(({ id }) => !left.has(id)).length };
  }

  /** Looks again after this time, or earlier where that was settled before. */
  private sleep(ms: number): void {
    const wakes = Date.now() + Math.min(Math.max(ms, 2), 60_000);
    if (this.timer && this.wakes <= wakes) return;
    clearTimeout(this.timer);
    this.wakes = wakes;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.sendDue();
    }, wakes - Date.now());
    this.timer.unref();
  }

  private sendDue(): void {
    if (!this.started) return;
    const now = this.world.clock.exact();
    const free = this.waiting().filter(({ id }) => !this.underway.has(id));
    const due = free.filter((delivery) => this.dueOf(delivery) <= now);
    if (this.mode.reorder) void this.sendInOrder(due.reverse());
    else for (const delivery of due.slice(0, AT_ONCE - this.underway.size)) void this.send(delivery);
    const next = Math.min(...free.filter((one) => !due.includes(one)).map((one) => this.dueOf(one)));
    if (Number.isFinite(next)) this.sleep((next - now) * 1000);
  }

  private dueOf({ attempts, due }: Delivery): number {
    return attempts === 0 ? due + this.mode.delayMs / 1000 : due;
  }

  private waiting(): Delivery[] {
    return this.world.read((tx) => tx.all("_delivery").filter(({ state }) => state === "waiting"));
  }

  private async sendInOrder(deliveries: Delivery[]): Promise<void> {
    for (const delivery of deliveries) await this.send(delivery);
  }

  /** One try; never fails. Two callers that want the same one share it. */
  private send(delivery: Delivery): Promise<void> {
    const running = this.underway.get(delivery.id);
    if (running) return running;
    const sending = this.tryOnce(delivery)
      .catch((error: unknown) => console.error("stripe sandbox: webhook:", error))
      .finally(() => {
        this.underway.delete(delivery.id);
        this.wake();
      });
    this.underway.set(delivery.id, sending);
    return sending;
  }

  private async tryOnce(delivery: Delivery): Promise<void> {
    const { event, url, secret } = this.world.read((tx) => ({
      event: tx.get("event", delivery.event),
      url: tx.get("webhook_endpoint", delivery.endpoint)?.url,
      secret: tx.get("_secret", delivery.endpoint)?.secret,
    }));
    const status =
      event && url && secret && !this.mode.drop ? await attempt(event, url, secret, this.mode) : null;
    if (this.started) this.record(delivery, status);
  }

  private record(delivery: Delivery, status: number | null): void {
    this.world.transact((tx) => {
      if (!tx.get("_delivery", delivery.id)) return;
      if (status !== null && status >= 200 && status < 300) {
        tx.forget("_delivery", delivery.id);
        const event = tx.need("event", delivery.event);
        tx.change("event", event.id, { pending_webhooks: Math.max(event.pending_webhooks - 1, 0) });
        return;
      }
      const attempts = delivery.attempts + 1;
      const over = status === null || attempts >= MAX_ATTEMPTS;
      const wait = BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? 0;
      tx.change("_delivery", delivery.id, {
        attempts,
        status,
        due: tx.now + wait,
        state: over ? "given_up" : "waiting",
      });
    });
  }
}
