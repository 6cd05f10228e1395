import { nothingKnown } from "./known";
import { type Batch, type Question, type Seen, walletKey } from "./batch";
import type { Head } from "./types";

/**
 * Where this process expects its wallets to be once the transaction that is on its way has committed. The next batch is worked out from that
 * while the database is still busy; when its turn comes, the guess counts only if what is seen under lock is what was expected.
 * A wrong guess costs time and nothing else.
 */
export class Forecast {
  #heads: ReadonlyMap<string, Head> = new Map();
  /** The database's clock, as far as this process knows it. */
  #clock: { database: number; here: number } | null = null;

  /** What the batch would see, or null when that cannot be known from here. */
  guess({ postings, faults }: Question): Seen | null {
    if (!this.#clock) return null;
    const now = new Date(Math.floor(this.#clock.database + performance.now() - this.#clock.here));
    const wallets = new Map<string, { head: Head; now: Date }>();
    for (const [index, { accountId, unit, hold }] of postings.entries()) {
      if (faults[index]) continue;
      const key = walletKey(accountId, unit);
      const head = this.#heads.get(key);
      // Holds have rows of their own, which no head foretells.
      if (!head || hold) return null;
      wallets.set(key, { head, now });
    }
    return { wallets, known: nothingKnown() };
  }

  /** True when what was seen is what was guessed, and no time that decides anything lies between the two clocks. */
  holds(guess: Seen, seen: Seen): boolean {
    if (!seen.known.isEmpty) return false;
    return [...guess.wallets].every(([key, guessed]) => {
      const found = seen.wallets.get(key);
      return (
        found !== undefined &&
        isSame(guessed.head, found.head) &&
        !isAnyDue(found.head, guessed.now, found.now)
      );
    });
  }

  /** A batch was worked out: its heads are what comes next. */
  expect({ heads }: Batch): void {
    if (heads.size > 0) this.#heads = heads;
  }

  /** The wallets were locked: now is the time. */
  hear({ wallets }: Seen): void {
    const [wallet] = wallets.values();
    if (wallet) this.#clock = { database: wallet.now.getTime(), here: performance.now() };
  }

  /** A transaction failed: nothing is as expected. */
  forget(): void {
    this.#heads = new Map();
  }
}

/** The hash seals all rows, and with them balance, lots and allocation; held credit is beside the chain. */
function isSame(guessed: Head, found: Head): boolean {
  return guessed.seq === found.seq && guessed.held === found.held && guessed.hash.equals(found.hash);
}

function isAnyDue({ lots }: Head, guessed: Date, found: Date): boolean {
  const latest = guessed > found ? guessed : found;
  return lots.some(({ expiresAt }) => expiresAt !== null && expiresAt <= latest);
}
