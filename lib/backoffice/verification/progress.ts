import { readers } from "@/lib/db/client";
import { readAcrossAccounts } from "@/lib/db/transaction";

/** How often a run says how far it is. */
const SAY_MS = 1_000;

/** How far a run is, said once a second. That it cannot be said keeps nothing from being verified. */
export class Progress {
  rows = 0;
  rules = 0;
  readonly #timer: NodeJS.Timeout;
  #saying: Promise<unknown> = Promise.resolve();

  private constructor(private readonly id: string) {
    this.#timer = setInterval(() => (this.#saying = this.#say()), SAY_MS);
  }

  /** From the beginning, also where an earlier process was further. */
  static async begin(id: string): Promise<Progress> {
    const [books] = await readAcrossAccounts((sql) =>
      sql.query<{ rows: string }>("SELECT coalesce(sum(seq), 0)::text AS rows FROM wallets"),
    );
    await readers().query(
      "UPDATE verifications SET heard_at = now(), rows_total = $2, rows_done = 0, rules = 0 WHERE id = $1 AND ended_at IS NULL",
      [id, books?.rows ?? "0"],
    );
    return new Progress(id);
  }

  /** Nothing is said any more afterwards. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#saying;
  }

  #say(): Promise<unknown> {
    return readers()
      .query(
        "UPDATE verifications SET heard_at = now(), rows_done = $2, rules = $3 WHERE id = $1 AND ended_at IS NULL",
        [this.id, this.rows, this.rules],
      )
      .catch(() => undefined);
  }
}
