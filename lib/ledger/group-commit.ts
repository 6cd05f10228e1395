import { Forecast } from "./forecast";
import { type Call, Lane } from "./lane";
import type { Outcome, Posting } from "./types";

/** While one lane's transaction is in the database, the next one is worked out here: the two cores of a small machine are both busy. */
const LANES = 2;

/**
 * Coalesces the postings of a process: while one transaction is on its way to the disk, the next one gathers. A lone caller waits for
 * nothing, and a hot wallet pays one lock and one fsync for hundreds of rows.
 */
export class GroupCommitter {
  readonly #waiting: Call[] = [];
  readonly #forecast = new Forecast();
  readonly #lanes = Array.from({ length: LANES }, () => new Lane(this.#forecast));

  post(postings: readonly Posting[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ postings, resolve, reject });
      this.#lanes.find(({ idle }) => idle)?.drain(this.#waiting);
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
  }
}
