import pg from "pg";
import { requiredUrl } from "@/lib/db/client";
import { connectionConfig, isUnavailable } from "@/lib/db/pool";
import { beginFor } from "@/lib/db/transaction";
import { Refusal } from "@/lib/values/refusal";
import { announceMoved } from "./announce-moved";
import { ask, type Question, workOut } from "./batch";
import type { Forecast } from "./forecast";
import { expectHeads, type Expected } from "./statements/heads";
import type { Statement } from "./statements/statement";
import type { Outcome, Posting } from "./types";
import { type BatchWork, watched } from "./watched";

/** More postings than this share no transaction: a larger one only makes everybody wait. */
const MAX_BATCH = 500;
/** A batch that takes so long to work out lets others be heard first. */
const LARGE = 16;
/** Above this number of accounts the policy's list costs more than it guards; the statements name their accounts themselves. */
const MAX_LISTED_ACCOUNTS = 32;

/** Postings of one caller, who waits for what became of them. */
export interface Call {
  postings: readonly Posting[];
  resolve: (outcomes: Outcome[]) => void;
  reject: (error: unknown) => void;
}

/** One connection, and one transaction at a time on it. */
export class Lane {
  #connection: Promise<pg.Client> | null = null;
  #running: Promise<void> | null = null;

  constructor(private readonly forecast: Forecast) {}

  get idle(): boolean {
    return this.#running === null;
  }

  drain(waiting: Call[]): void {
    this.#running = this.#drain(waiting);
  }

  async stop(): Promise<void> {
    await this.#running;
    await (await this.#connection?.catch(() => null))?.end();
    this.#connection = null;
  }

  async #drain(waiting: Call[]): Promise<void> {
    // Callers of the same turn of the event loop travel together.
    await Promise.resolve();
    while (waiting.length > 0) await this.#commitNext(waiting);
    // In the same turn as the last look: a posting that comes later finds an idle lane.
    this.#running = null;
  }

  async #commitNext(waiting: Call[]): Promise<void> {
    const calls = takeCalls(waiting);
    try {
      const all = calls.flatMap(({ postings }) => postings);
      const outcomes = await watched(
        () => workOf(calls, all),
        () => this.#commit(all),
      );
      let at = 0;
      for (const { postings, resolve } of calls) resolve(outcomes.slice(at, (at += postings.length)));
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }

  /** One transaction. If the database refuses a row, halves are tried until the bad posting stands alone. */
  async #commit(postings: readonly Posting[]): Promise<Outcome[]> {
    try {
      return await this.#attempt(postings);
    } catch (error) {
      if (!isRefusedByDatabase(error)) throw error;
      if (postings.length === 1) return [refusedByDatabase(error)];
      const middle = postings.length >> 1;
      return [
        ...(await this.#commit(postings.slice(0, middle))),
        ...(await this.#commit(postings.slice(middle))),
      ];
    }
  }

  /** Tries again once on a fresh connection: every posting has its key, so a commit whose answer was lost is found, not repeated. */
  async #attempt(postings: readonly Posting[]): Promise<Outcome[]> {
    try {
      return await this.#transact(postings);
    } catch (error) {
      if (!isPassing(error)) throw error;
      return this.#transact(postings).catch((again: unknown) => {
        if (!isPassing(again)) throw again;
        throw new Refusal(
          "unavailable",
          "The ledger cannot be reached right now. Try again with the same key.",
          [],
          2,
        );
      });
    }
  }

  async #transact(postings: readonly Posting[]): Promise<Outcome[]> {
    const question = ask(postings);
    const connection = await this.#connect();
    try {
      const outcomes =
        (await this.#byGuess(connection, question)) ?? (await this.#bySight(connection, question));
      announceMoved(postings);
      return outcomes;
    } catch (error) {
      this.forecast.forget();
      await this.#recover(connection);
      throw error;
    }
  }

  /**
   * Works the batch out from the forecast while the database may still be busy with another lane's, and sends it off whole. Null when
   * there is no forecast, or when it was wrong: then the database refused it, and nothing was written.
   */
  async #byGuess(connection: pg.Client, question: Question): Promise<Outcome[] | null> {
    const accounts = accountsOf(question);
    // What has already come from the database is heard first: another lane may hold a lock and wait for us.
    if (question.postings.length >= LARGE) await new Promise(setImmediate);
    await this.forecast.ready(accounts);
    const seen = this.forecast.guess(question);
    if (!seen) return null;
    const batch = workOut(question, seen);
    // A guess knows no keys. What it writes twice the database refuses, but what it refuses may long be in the books: that is looked up.
    if (batch.outcomes.some(({ status }, index) => status === "refused" && !question.faults[index]))
      return null;
    this.forecast.expect(batch);
    const guard = expectHeads([...seen.wallets.values()].map(({ head }) => head));
    const begun = connection.query(beginOf(accounts));
    const written = inOrder(connection, [guard, ...batch.writes]);
    const committed = connection.query("COMMIT");
    try {
      const [, [expected], { command }] = await together(begun, written, committed);
      if (command !== "COMMIT") throw new Error(`the transaction ended with ${command}`);
      const [row] = expected as Expected[];
      if (row) this.forecast.hear(row.now);
      this.forecast.trust();
      return batch.outcomes;
    } catch (error) {
      if (!isRefusedByDatabase(error)) throw error;
      this.forecast.doubt();
      return null;
    }
  }

  /** Locks the wallets, looks, works the batch out and writes it: two round trips, whatever it writes. */
  async #bySight(connection: pg.Client, question: Question): Promise<Outcome[]> {
    const accounts = accountsOf(question);
    const begun = connection.query(beginOf(accounts));
    const reading = together(begun, inOrder(connection, question.statements));
    const working = reading.then(([, found]) => {
      const seen = question.see(found);
      const batch = workOut(question, seen);
      const [wallet] = seen.wallets.values();
      if (wallet) this.forecast.hear(wallet.now);
      this.forecast.expect(batch);
      return batch;
    });
    this.forecast.looks(accounts, working);
    const batch = await working;
    const written = inOrder(connection, batch.writes);
    const [, { command }] = await together(written, connection.query("COMMIT"));
    if (command !== "COMMIT") throw new Error(`the transaction ended with ${command}`);
    return batch.outcomes;
  }

  #connect(): Promise<pg.Client> {
    return (this.#connection ??= open().catch((error: unknown) => {
      this.#connection = null;
      throw error;
    }));
  }

  /** Leaves no transaction open; a connection that cannot even roll back is given up. */
  async #recover(connection: pg.Client): Promise<void> {
    try {
      await connection.query("ROLLBACK");
    } catch {
      this.#connection = null;
      await connection.end().catch(() => undefined);
    }
  }
}

function workOf(calls: readonly Call[], postings: readonly Posting[]): BatchWork {
  const [first] = postings;
  const isOfOne = first !== undefined && postings.every(({ accountId }) => accountId === first.accountId);
  return {
    calls: calls.length,
    postings: postings.length,
    accountId: isOfOne ? first.accountId : null,
  };
}

async function open(): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionConfig(requiredUrl()), pipeline: true });
  // A broken connection shows in its next query; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function accountsOf({ postings }: Question): Set<string> {
  const accounts = new Set<string>();
  for (const { accountId } of postings) accounts.add(accountId);
  return accounts;
}

function beginOf(accounts: ReadonlySet<string>): string {
  return beginFor(accounts.size > MAX_LISTED_ACCOUNTS ? "every account" : [...accounts]);
}

/** All of them, or the first failure in their order, once all have ended: only then is the connection free again. */
async function together<T extends readonly Promise<unknown>[]>(
  ...all: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  for (const result of await Promise.allSettled(all)) if (result.status === "rejected") throw result.reason;
  return Promise.all(all);
}

async function inOrder(connection: pg.Client, statements: readonly Statement[]): Promise<unknown[][]> {
  const results = await Promise.allSettled(statements.map((statement) => connection.query(statement)));
  // The first failure is the cause; those after it only say that the transaction is aborted.
  for (const result of results) if (result.status === "rejected") throw result.reason;
  return results.map((result) => (result.status === "fulfilled" ? result.value.rows : []));
}

function takeCalls(waiting: Call[]): Call[] {
  let count = 0;
  let calls = 0;
  while (
    calls < waiting.length &&
    (calls === 0 || count + (waiting[calls]?.postings.length ?? 0) <= MAX_BATCH)
  ) {
    count += waiting[calls]?.postings.length ?? 0;
    calls += 1;
  }
  return waiting.splice(0, calls);
}

function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Data exceptions and broken constraints: the statement's own fault. */
function isRefusedByDatabase(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error));
}

/** The connection's fault, or a conflict with another transaction. */
function isPassing(error: unknown): boolean {
  return isUnavailable(error) || /^40/.test(sqlState(error)) || /not queryable/.test(String(error));
}

function refusedByDatabase(error: unknown): Outcome {
  return {
    status: "refused",
    code: "unprocessable",
    detail: `The database refused the posting: ${String(error)}`,
  };
}
