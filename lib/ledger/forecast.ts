import { nothingKnown } from "./known";
import { type Batch, type Question, type Seen, walletKey } from "./batch";
import type { Head } from "./types";

/** However often guesses went wrong, the next one comes after so many batches. */
const MOST_CAUTION = 64;
/** A head is trusted for so long: a busy wallet's next row comes sooner, and a quiet one may have been moved by another process. */
const FRESH_MS = 1_000;

/**
 * Where this process expects its wallets to be once the transaction that is on its way has committed. The next batch is worked out from that
 * and sent off whole, in one round trip; the database checks the expectation under lock, and writes nothing when it was wrong.
 * A wrong guess costs time and nothing else.
 */
export class Forecast {
  /** The heads of the wallets that were posted to last, the latest at the end. */
  readonly #heads = new Map<string, { head: Head; at: number }>();
  /** The database's clock, as far as this process knows it. */
  #clock: { database: number; here: number } | null = null;
  /** How many batches are not guessed after a wrong guess: more each time, so that processes that share a wallet do not guess in vain. */
  #caution = 1;
  #unguessed = 0;

  /** Batches that have asked for their wallets and not seen them yet. */
  readonly #looking = new Map<ReadonlySet<string>, Promise<unknown>>();

  /** A batch looks for itself. What comes after it on the same accounts is foretold when it has seen and worked out. */
  looks(accounts: ReadonlySet<string>, until: Promise<unknown>): void {
    const over = until
      .catch(() => this.forget())
      .then(() => {
        this.#looking.delete(accounts);
      });
    this.#looking.set(accounts, over);
  }

  /** Waits for batches that look at one of these accounts. */
  async ready(accounts: ReadonlySet<string>): Promise<void> {
    for (const [others, over] of this.#looking) if ([...others].some((id) => accounts.has(id))) await over;
  }

  /** What the batch would see, or null when that cannot be known from here. */
  guess({ postings, faults }: Question): Seen | null {
    if (!this.#clock) return null;
    if (this.#unguessed > 0) {
      this.#unguessed -= 1;
      return null;
    }
    const at = performance.now();
    const now = new Date(Math.floor(this.#clock.database + at - this.#clock.here));
    const wallets = new Map<string, { head: Head; now: Date }>();
    for (const [index, { accountId, unit, hold }] of postings.entries()) {
      if (faults[index]) continue;
      const key = walletKey(accountId, unit);
      if (wallets.has(key) && !hold) continue;
      const known = this.#heads.get(key);
      // Holds have rows of their own, which no head foretells.
      if (!known || hold || at - known.at > FRESH_MS) return null;
      wallets.set(key, { head: known.head, now });
    }
    return wallets.size > 0 ? { wallets, known: nothingKnown() } : null;
  }

  /** A batch was worked out: its heads are what comes next. */
  expect({ heads }: Batch): void {
    const at = performance.now();
    for (const [key, head] of heads) {
      this.#heads.delete(key);
      this.#heads.set(key, { head, at });
    }
    for (const [key, known] of this.#heads) {
      if (at - known.at <= FRESH_MS) break;
      this.#heads.delete(key);
    }
  }

  /** The wallets were locked: now is the time. */
  hear(now: Date): void {
    this.#clock = { database: now.getTime(), here: performance.now() };
  }

  /** A guess was right. */
  trust(): void {
    this.#caution = 1;
  }

  /** A guess was wrong: somebody else posted, or something is in the books already. */
  doubt(): void {
    this.#unguessed = this.#caution;
    this.#caution = Math.min(this.#caution * 2, MOST_CAUTION);
    this.forget();
  }

  /** A transaction failed: nothing is as expected. */
  forget(): void {
    this.#heads.clear();
  }
}
