import { readers } from "@/lib/db/client";

/** The channel on which processes tell each other whose wallets moved: account ids, or `*` for very many. */
export const MOVED_CHANNEL = "ecu_moved";

/** A NOTIFY makes commits that carry one wait in line, so it has a transaction of its own, and at most two of them a second. */
const EVERY_MS = 500;
/** A payload has fewer than 8,000 bytes. */
const MAX_IDS = 200;

/** What one process has to tell. It may be lost: who listens looks at the heads every few seconds besides. */
class Announcer {
  #moved = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #sentAt = 0;
  #sending: Promise<void> | null = null;

  add(postings: readonly { accountId: string }[]): void {
    for (const { accountId } of postings) this.#moved.add(accountId);
    if (this.#timer || this.#moved.size === 0) return;
    const wait = Math.max(0, this.#sentAt + EVERY_MS - performance.now());
    this.#timer = setTimeout(() => void (this.#sending = this.#send()), wait);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#sending;
  }

  async #send(): Promise<void> {
    const ids = [...this.#moved];
    this.#moved.clear();
    this.#timer = null;
    this.#sentAt = performance.now();
    const payload = ids.length > MAX_IDS ? "*" : ids.join(",");
    await readers()
      .query("SELECT pg_notify($1, $2)", [MOVED_CHANNEL, payload])
      .catch(() => undefined);
  }
}

// One a process, also when Next loads this module more than once.
const kept = globalThis as typeof globalThis & { ecuAnnouncer?: Announcer };

/** Says soon, outside of any transaction, that the wallets of these postings moved. Costs the caller nothing. */
export function announceMoved(postings: readonly { accountId: string }[]): void {
  (kept.ecuAnnouncer ??= new Announcer()).add(postings);
}

/** Ends what the process has to tell, before its connections are closed. */
export async function stopAnnouncing(): Promise<void> {
  const announcer = kept.ecuAnnouncer;
  delete kept.ecuAnnouncer;
  await announcer?.stop();
}
