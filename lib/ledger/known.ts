import { nano } from "@/lib/values/money";
import { holdOf, transactionOf } from "./records";
import { findEvents, type KnownEvent } from "./statements/events";
import { findHolds, type HoldRecord } from "./statements/holds";
import type { Statement } from "./statements/statement";
import { findKeys, type TransactionRecord } from "./statements/transactions";
import type { Hold, Outcome, Posting, Transaction } from "./types";

type Posted = Omit<Extract<Outcome, { status: "posted" }>, "status" | "replayed">;

/** What the books already hold of a batch's postings, kept up while the batch is worked out. */
export interface Known {
  /** The first answer to a posting that is already in the books, or the refusal of a key that means something else. */
  answer(posting: Posting): Outcome | null;
  /** The hold that a posting ends. */
  holdOf(posting: Posting): Hold | null;
  learn(posting: Posting, outcome: Posted): void;
}

/** The statements that find what is known, and what to make of their rows. */
export function readKnown(postings: readonly Posting[]): {
  statements: Statement[];
  remember: (found: unknown[][]) => Known;
} {
  const accounts = [...new Set(postings.map(({ accountId }) => accountId))];
  const events = postings.flatMap(({ accountId, event }) => (event ? [[accountId, event.id] as const] : []));
  // An event is known by its own id; its row's key need not be looked up as well.
  const keys = postings
    .filter(({ event }) => !event)
    .flatMap((posting) => keysOf(posting).map((key) => [posting.accountId, key] as const));
  const holds = postings.filter(({ hold }) => hold);
  const asked = {
    keys: keys.length > 0 ? findKeys(keys) : null,
    events: events.length > 0 ? findEvents(events) : null,
    holds:
      holds.length > 0
        ? findHolds(
            accounts,
            holds.flatMap(({ hold }) => hold?.id ?? []),
            holds.map(({ idempotencyKey }) => idempotencyKey),
          )
        : null,
  };
  const statements = [asked.keys, asked.events, asked.holds].filter((statement) => statement !== null);
  return {
    statements,
    remember: (found) => {
      const rowsOf = (statement: Statement | null) =>
        statement ? (found[statements.indexOf(statement)] ?? []) : [];
      return new Memory(
        (rowsOf(asked.keys) as TransactionRecord[]).map(transactionOf),
        rowsOf(asked.events) as KnownEvent[],
        (rowsOf(asked.holds) as HoldRecord[]).map(holdOf),
      );
    },
  };
}

function keysOf({ idempotencyKey, entries }: Posting): string[] {
  return entries.map((_, index) => (index === 0 ? idempotencyKey : `${idempotencyKey}#${index}`));
}

/** Knows nothing yet. */
export function nothingKnown(): Known {
  return new Memory([], [], []);
}

class Memory implements Known {
  readonly #rows = new Map<string, Transaction>();
  readonly #events = new Map<string, { fingerprint: Uint8Array; posted: Posted }>();
  readonly #holds = new Map<string, Hold>();
  readonly #holdsByKey = new Map<string, Hold>();

  constructor(rows: readonly Transaction[], events: readonly KnownEvent[], holds: readonly Hold[]) {
    for (const row of rows) this.#rows.set(`${row.accountId} ${row.idempotencyKey}`, row);
    for (const { account_id, id, seq, charge, fingerprint } of events) {
      const posted = { transactions: [], seq, hold: null, charge: nano(charge) };
      this.#events.set(`${account_id} ${id}`, { fingerprint, posted });
    }
    for (const hold of holds) this.#keep(hold);
  }

  answer(posting: Posting): Outcome | null {
    const { accountId, event, entries, hold } = posting;
    if (event) {
      const known = this.#events.get(`${accountId} ${event.id}`);
      if (!known) return null;
      const same = event.fingerprint.equals(known.fingerprint);
      return same
        ? { status: "posted", replayed: true, ...known.posted }
        : mismatch(`The id ${event.id} is that of a usage event with other content.`);
    }
    const rows = keysOf(posting).flatMap((key) => this.#rows.get(`${accountId} ${key}`) ?? []);
    const [row] = rows;
    const [entry] = entries;
    if (row && entry) {
      if (row.type !== entry.type || row.amount !== entry.amount || row.unit !== posting.unit) {
        return mismatch(`The idempotency key was already used for ${row.type} of another amount or type.`);
      }
      const known = hold ? (this.#holds.get(`${accountId} ${hold.id}`) ?? this.#byKey(posting)) : null;
      return endsOtherwise(known, posting) ? mismatch(OTHER_END) : replay(rows, known);
    }
    return hold && entries.length === 0 ? this.#holdAnswer(posting, hold) : null;
  }

  #holdAnswer(posting: Posting, change: NonNullable<Posting["hold"]>): Outcome | null {
    if (change.change === "open") {
      const known = this.#byKey(posting);
      if (!known) return null;
      return known.amount === change.amount
        ? replay([], known)
        : mismatch("The idempotency key was already used for another hold.");
    }
    const known = this.#holds.get(`${posting.accountId} ${change.id}`) ?? null;
    if (endsOtherwise(known, posting)) return mismatch(OTHER_END);
    return known?.endedKey === posting.idempotencyKey && known.status === change.status
      ? replay([], known)
      : null;
  }

  #byKey({ accountId, idempotencyKey }: Posting): Hold | null {
    return this.#holdsByKey.get(`${accountId} ${idempotencyKey}`) ?? null;
  }

  holdOf({ accountId, unit, hold }: Posting): Hold | null {
    const known = hold?.change === "end" ? this.#holds.get(`${accountId} ${hold.id}`) : undefined;
    return known?.unit === unit ? known : null;
  }

  learn({ accountId, event }: Posting, posted: Posted): void {
    for (const row of posted.transactions) this.#rows.set(`${accountId} ${row.idempotencyKey}`, row);
    if (event) this.#events.set(`${accountId} ${event.id}`, { fingerprint: event.fingerprint, posted });
    if (posted.hold) this.#keep(posted.hold);
  }

  #keep(hold: Hold): void {
    this.#holds.set(`${hold.accountId} ${hold.id}`, hold);
    this.#holdsByKey.set(`${hold.accountId} ${hold.idempotencyKey}`, hold);
  }
}

const OTHER_END = "The idempotency key already ended the hold with another amount used.";

/** True when the key has ended the hold, but with something else used than it says now: its rows alone do not tell. */
function endsOtherwise(known: Hold | null, { hold, idempotencyKey }: Posting): boolean {
  return hold?.change === "end" && known?.endedKey === idempotencyKey && known.used !== hold.used;
}

function replay(transactions: readonly Transaction[], hold: Hold | null): Outcome {
  return {
    status: "posted",
    replayed: true,
    transactions,
    seq: transactions[0]?.seq ?? null,
    hold,
    charge: null,
  };
}

function mismatch(detail: string): Outcome {
  return { status: "refused", code: "idempotency_mismatch", detail: `${detail} Use a new one.` };
}
